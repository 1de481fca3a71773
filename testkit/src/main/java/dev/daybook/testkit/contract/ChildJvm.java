package dev.daybook.testkit.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Another JVM with the class path of this one, running {@link ChildMain}. */
final class ChildJvm implements AutoCloseable {

    /** What {@code -XX:+ExitOnOutOfMemoryError} ends a JVM with. */
    static final int OUT_OF_MEMORY = 3;

    /** The only job that runs for long enough to be worth compiling well. */
    private static final String LONG_JOB = "million";

    private static final long PATIENCE_SECONDS = 540;

    /** More than an append takes, less than anybody's patience. */
    private static final Duration HELD_UP = Duration.ofSeconds(1);

    private final Process process;
    private final Path complaints;

    private ChildJvm(Process process, Path complaints) {
        this.process = process;
        this.complaints = complaints;
    }

    static ChildJvm start(String job, String... arguments) throws IOException {
        ChildJvm child = prepared(job, arguments);
        child.go();
        return child;
    }

    /** About to open the storage, once it is told to. */
    static ChildJvm prepared(String job, String... arguments) throws IOException {
        Path complaints = Files.createTempFile("child", ".err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                job.equals(LONG_JOB) ? "-XX:TieredStopAtLevel=4" : "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ChildMain.class.getName(),
                job));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command).redirectError(complaints.toFile()).start();
        ChildJvm child = new ChildJvm(process, complaints);
        child.lines(1);
        return child;
    }

    void go() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** Waits for so many lines of what it prints. */
    List<String> lines(int count) throws IOException {
        List<String> lines = new ArrayList<>();
        while (lines.size() < count) {
            lines.add(line().orElseThrow(() -> new AssertionError("the other JVM ended early: " + complaints())));
        }
        return lines;
    }

    /** What it has printed up to its end, without a last line cut off in the middle. */
    List<String> remainingWholeLines() throws IOException {
        List<String> lines = new ArrayList<>();
        Optional<String> line = line();
        while (line.isPresent()) {
            lines.add(line.get());
            line = line();
        }
        return lines;
    }

    /** Waits for its end. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the other JVM has not ended after " + PATIENCE_SECONDS + " s: " + complaints());
        }
        return process.exitValue();
    }

    /** As {@code kill -9} does; by the handle, because the process itself would close its output before it is read. */
    void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    /** Stops it, or lets it go on, without its noticing. */
    void signal(String name) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new AssertionError("kill -" + name + " ended with " + exit);
        }
    }

    /** Stops it between two appends, by one of one's own: whoever is stopped with the log's lock in his hand holds up everybody. */
    void stopBetweenAppends(Crew.Job append) throws IOException, InterruptedException {
        boolean isBetween = false;
        while (!isBetween) {
            signal("STOP");
            Crew own = Crew.of(Crew.PLATFORM, 1, append);
            isBetween = own.threads().getFirst().join(HELD_UP);
            if (!isBetween) {
                signal("CONT");
                lines(1);
            }
            own.join();
        }
    }

    String complaints() {
        try {
            return Files.readString(complaints);
        } catch (IOException e) {
            return "its error output cannot be read: " + e.getMessage();
        }
    }

    @Override
    public void close() throws IOException {
        kill();
        Files.delete(complaints);
    }

    private Optional<String> line() throws IOException {
        InputStream output = process.getInputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = output.read();
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = output.read();
        }
        return next < 0 ? Optional.empty() : Optional.of(line.toString(StandardCharsets.UTF_8));
    }
}
