package dev.daybook.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder, the port and the processes of one server. Servers refuse to run as root, so that root hands them to their user. */
abstract class ServerProcess implements DatabaseServer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String user;
    private final Path folder;
    private final int port;
    private @Nullable Process process;

    ServerProcess(String user, Path parent) {
        this.user = user;
        try {
            folder = Files.createTempDirectory(parent, "daybook-" + user);
            port = freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (isRoot()) {
            run(List.of("chown", user, folder.toString()));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    final Path folder() {
        return folder;
    }

    @Override
    public final int port() {
        return port;
    }

    @Override
    public final String url() {
        return url(port);
    }

    @Override
    public final boolean isRunning() {
        Process running = process;
        return running != null && running.isAlive();
    }

    @Override
    public final ProcessHandle process() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("the server is not running; start it");
        }
        return running.toHandle();
    }

    /** Runs a program of the server's, as its user, to its end. */
    final void runAsUser(List<String> command) {
        run(asUser(command));
    }

    /** Starts the server itself, and waits until a program that asks whether it takes connections ends well. */
    final void start(List<String> command, List<String> question) {
        Path output = folder.resolve("output.log");
        try {
            process = new ProcessBuilder(asUser(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Process started = process;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(question)) {
            if (!started.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("the server does not start: " + text(output));
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static boolean answers(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Every process of the server at once, the youngest first, so that none sees another end. */
    @Override
    public final void kill() {
        Process running = process;
        if (running == null) {
            return;
        }
        List<ProcessHandle> all = new ArrayList<>(running.descendants().toList());
        all.add(0, running.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().join());
        process = null;
    }

    /** By SIGTERM, to which every server answers by an orderly end. */
    @Override
    public final void stop() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the server does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process = null;
    }

    @Override
    public final void close() {
        kill();
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program itself, or the reason why there is none. */
    static String program(String name, String debianPackage, List<Path> places) {
        for (Path place : places) {
            Path program = place.resolve(name);
            if (Files.isExecutable(program)) {
                return program.toString();
            }
        }
        throw new AssertionError(
                name + " is not installed (looked in " + places + "): apt-get install " + debianPackage);
    }

    private List<String> asUser(List<String> command) {
        if (!isRoot()) {
            return command;
        }
        List<String> all = new ArrayList<>(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"));
        all.addAll(command);
        return all;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + ": " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
