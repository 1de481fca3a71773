package dev.daybook.testkit.contract;

import dev.daybook.core.process.ProcessRunner;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/** What the other JVM of a contract test does; a line of its output is a promise that something is done. */
final class ChildMain {

    static final int MILLION = 1_000_000;

    private static final int EVENTS_PER_APPEND = 2_500;

    /** So that a process can be stopped which does not hold the log's lock just then. */
    private static final Duration PAUSE = Duration.ofMillis(3);

    private ChildMain() {}

    /**
     * Does one job on a storage, as soon as it is told to.
     *
     * @param arguments the job, the storage's URL, and what the job needs
     * @throws IOException if nobody can tell it anything
     * @throws InterruptedException never, since nobody interrupts it
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        awaitTurn(System.out);
        try (Storage storage = Storage.open(arguments[1])) {
            EventLog log = storage.log();
            switch (arguments[0]) {
                case "write" -> writeUntilKilled(log, n -> Samples.event("order_" + n % 10), Duration.ZERO, System.out);
                case "follow" -> {
                    var unused = Followed.start(storage);
                    writePatiently(log, System.out);
                }
                case "trade" -> {
                    ProcessRunner<?, ?> runner = Trading.start(Trading.daybook(storage));
                    Trading.wantPatiently(storage, runner.consumer(), System.out);
                }
                case "count" -> count(log, Integer.parseInt(arguments[2]), System.out);
                case "million" -> loadAndStream(log, System.out);
                default -> throw new IllegalArgumentException("no job " + arguments[0]);
            }
        }
    }

    private static void awaitTurn(PrintStream out) throws IOException {
        out.println("up");
        out.flush();
        System.in.read();
    }

    private static void writeUntilKilled(EventLog log, LongFunction<NewEvent> events, Duration pause, PrintStream out) {
        for (long n = 0; ; n++) {
            NewEvent event = events.apply(n);
            Results.stored(log.append(Append.of(event)));
            out.println(event.id());
            out.flush();
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    /** Where others may hold the lock for longer than anybody waits. */
    private static void writePatiently(EventLog log, PrintStream out) {
        while (true) {
            try {
                writeUntilKilled(log, Followed::event, PAUSE, out);
            } catch (StorageException e) {
                System.err.println(e.getMessage());
            }
        }
    }

    private static void count(EventLog log, int times, PrintStream out) {
        out.println("ready");
        for (int n = 0; n < times; n++) {
            Counter.countOn(log);
        }
        out.println("done");
    }

    private static void loadAndStream(EventLog log, PrintStream out) {
        for (int loaded = 0; loaded < MILLION; loaded += EVENTS_PER_APPEND) {
            List<NewEvent> events = new ArrayList<>(EVENTS_PER_APPEND);
            for (int n = 0; n < EVENTS_PER_APPEND; n++) {
                events.add(Samples.event("order_" + (loaded + n) % 1_000));
            }
            Results.stored(log.append(Append.of(events)));
        }
        long seen = 0;
        try (EventCursor cursor = log.read(Query.all(), Range.all())) {
            while (cursor.hasNext() && cursor.next().position() == seen + 1) {
                seen++;
            }
        }
        out.println(seen);
    }
}
