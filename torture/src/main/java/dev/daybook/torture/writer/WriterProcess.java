package dev.daybook.torture.writer;

import dev.daybook.ports.log.Append;
import dev.daybook.torture.engine.ClassPath;
import dev.daybook.torture.engine.Site;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A writer in a JVM of its own, seen from outside. Every whole line that it tells is noted, also after its death. */
public final class WriterProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private static final Executor LISTENERS =
            task -> Thread.ofPlatform().daemon().name("listener").start(task);

    private final String name;
    private final Process process;
    private final Ledger ledger;
    private final CompletableFuture<Void> heard;
    private final CountDownLatch opened = new CountDownLatch(1);

    private WriterProcess(String name, Process process, Ledger ledger) {
        this.name = name;
        this.process = process;
        this.ledger = ledger;
        this.heard = CompletableFuture.runAsync(this::listen, LISTENERS);
    }

    /** Starts one that waits for {@link #begin}. */
    public static WriterProcess start(Site site, String name, long seed, Duration patience, Ledger ledger) {
        return new WriterProcess(name, process(site, name, seed, patience), ledger);
    }

    private static Process process(Site site, String name, long seed, Duration patience) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dslf4j.internal.verbosity=ERROR",
                // Who is killed leaves files behind, which go with this folder.
                "-Djava.io.tmpdir=" + site.folder()));
        command.addAll(ClassArchive.of(site).options());
        command.addAll(List.of(
                "-cp",
                ClassPath.own(),
                WriterMain.class.getName(),
                site.engine().name(),
                site.place(),
                name,
                Long.toString(seed),
                Long.toString(patience.toMillis())));
        try {
            return new ProcessBuilder(command)
                    .redirectError(site.folder().resolve(name + ".err").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one that opens the log, closes it and ends; it leaves the archive behind that makes others start faster. */
    public static void rehearse(Site site) throws InterruptedException {
        Process process = process(site, "rehearsal", 0, Duration.ofSeconds(10));
        try {
            process.getOutputStream().write((WriterMain.LEAVE + '\n').getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            process.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.waitFor();
    }

    /** What its operations are named by. */
    public String name() {
        return name;
    }

    /** Lets it append, first what somebody else may have left behind. */
    public void begin(List<Append> unresolved) {
        StringBuilder lines = new StringBuilder();
        unresolved.forEach(append -> lines.append(Text.of(append)).append('\n'));
        try {
            process.getOutputStream()
                    .write(lines.append(WriterMain.GO).append('\n').toString().getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the writer " + name + " has ended before it was let begin", e);
        }
    }

    /** Waits until it has opened the log. */
    public void awaitOpen() throws InterruptedException {
        if (!opened.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError(
                    "the writer " + name + " has not opened the log within " + PATIENCE_SECONDS + " s");
        }
        if (!process.isAlive()) {
            throw new AssertionError("the writer " + name + " has ended by itself, with " + process.exitValue());
        }
    }

    /** The process, for signals. */
    public long pid() {
        return process.pid();
    }

    /** By SIGKILL; returns when all that it has told is noted. Through its handle, as the process would close what is unread. */
    public void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
        heard.join();
    }

    @Override
    public void close() {
        kill();
    }

    private void listen() {
        try {
            InputStream told = new BufferedInputStream(process.getInputStream());
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = told.read(); next >= 0; next = told.read()) {
                if (next == '\n') {
                    note(line.toString(StandardCharsets.UTF_8));
                    line.reset();
                } else {
                    line.write(next);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            opened.countDown();
        }
    }

    private void note(String line) {
        if (line.startsWith(Journal.OPEN)) {
            opened.countDown();
        } else {
            ledger.note(name, line);
        }
    }
}
