package dev.daybook.torture.writer;

import dev.daybook.h2.H2Storage;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.torture.engine.Engine;
import dev.daybook.torture.engine.Opening;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A process that appends from several threads until it is killed. */
final class WriterMain {

    /** Begins to append. */
    static final String GO = "go";

    /** Ends in good order. */
    static final String LEAVE = "leave";

    private static final int THREADS = 3;
    private static final long PAUSE_NANOS = 50_000_000;

    private WriterMain() {}

    /**
     * Begins when it is told so, and first appends again what stands in the lines before that.
     *
     * @param arguments the engine, where the log is, the writer's name, a seed, and the patience in milliseconds
     */
    public static void main(String[] arguments) throws IOException {
        Engine engine = Engine.valueOf(arguments[0]);
        Journal journal = new Journal(new PrintStream(new FileOutputStream(FileDescriptor.out), false));
        Opening opening = Opening.usual().patience(Duration.ofMillis(Long.parseLong(arguments[4])));
        List<Append> unresolved = new ArrayList<>();
        // Ahead, where the engine lets it, so that kills come while it writes.
        Storage early = engine.processes() > 1 ? open(engine, arguments[1], opening) : H2Storage.inMemory();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); !GO.equals(line); line = in.readLine()) {
            if (line == null || line.equals(LEAVE)) {
                early.close();
                return;
            }
            unresolved.add(Text.append(line));
        }
        Storage storage = engine.processes() > 1 ? early : open(engine, arguments[1], opening);
        journal.open();
        for (int thread = 0; thread < THREADS; thread++) {
            Caller caller = new Caller(
                    storage.log(), journal, arguments[2] + "." + thread, Long.parseLong(arguments[3]) + thread);
            List<Append> first = thread == 0 ? unresolved : List.of();
            Thread.ofPlatform().start(() -> {
                first.forEach(caller::append);
                caller.run();
            });
        }
    }

    /** The server may have been killed just now. */
    private static Storage open(Engine engine, String place, Opening opening) {
        while (true) {
            try {
                return engine.open(place, opening);
            } catch (StorageException e) {
                if (e.fault() != Fault.UNAVAILABLE) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
