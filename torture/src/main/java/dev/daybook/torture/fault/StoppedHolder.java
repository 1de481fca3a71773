package dev.daybook.torture.fault;

import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.torture.engine.Engine;
import dev.daybook.torture.engine.Opening;
import dev.daybook.torture.verify.Audit;
import dev.daybook.torture.writer.Ledger;
import dev.daybook.torture.writer.WriterProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A process that holds the log's lock is stopped by SIGSTOP for ten seconds. */
final class StoppedHolder implements Inflicted {

    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Duration BOUND = Duration.ofSeconds(8);
    private static final Duration STOPPED = Duration.ofSeconds(10);
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final int MOST_ATTEMPTS = 300;

    private final Ledger ledger = new Ledger();

    @Override
    public String on(Trial trial) throws Exception {
        trial.site().open().close();
        try (WriterProcess writer = WriterProcess.start(
                trial.site(), "writer", trial.random().nextLong(), Duration.ofSeconds(10), ledger)) {
            writer.begin(List.of());
            awaitAnswers(writer, 1);
            String told = trial.site().engine() == Engine.H2 ? fileStopped(trial, writer) : lockStopped(trial, writer);
            awaitAnswers(writer, ledger.answers(writer.name()) + 1);
            writer.kill();
            audit(trial);
            return told;
        }
    }

    /** An H2 file is its process's for as long as that lives: whoever comes is told so at once. */
    private static String fileStopped(Trial trial, WriterProcess writer) throws Exception {
        signal("STOP", writer);
        long start = System.nanoTime();
        StorageException locked = Trial.refused(() -> trial.site().open(), Fault.LOCKED);
        Duration waited = Duration.ofNanos(System.nanoTime() - start);
        Trial.require(waited.compareTo(BOUND) < 0, "to be told took " + waited);
        LockSupport.parkNanos(STOPPED.minus(waited).toNanos());
        signal("CONT", writer);
        return "another process was told " + locked.fault() + " after " + waited.toMillis()
                + " ms; after 10 s the holder went on";
    }

    private String lockStopped(Trial trial, WriterProcess writer) throws Exception {
        try (Storage storage = trial.site().open(Opening.usual().lockWait(WAIT).timeout(Duration.ofSeconds(5)))) {
            Append kept = trial.append(2);
            for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
                signal("STOP", writer);
                long start = System.nanoTime();
                StorageException locked = attempt(trial, storage, kept);
                if (locked != null) {
                    return holderStopped(trial, storage, kept, writer, start, locked);
                }
                signal("CONT", writer);
                kept = trial.append(2);
                LockSupport.parkNanos(trial.random().nextInt(20_000_000));
            }
            throw new AssertionError("stopped " + MOST_ATTEMPTS + " times, and never while it held the lock");
        }
    }

    private static String holderStopped(
            Trial trial, Storage storage, Append kept, WriterProcess writer, long start, StorageException locked)
            throws Exception {
        Duration waited = Duration.ofNanos(System.nanoTime() - start);
        Trial.require(locked.fault() == Fault.LOCKED, "expected LOCKED, was told " + locked);
        Trial.require(waited.compareTo(BOUND) < 0, "to be told took " + waited);
        int refusals = 1;
        while (System.nanoTime() - start < STOPPED.toNanos()) {
            // A server may take the lock from a session that is silent for too long.
            refusals += attempt(trial, storage, kept) == null ? 0 : 1;
            LockSupport.parkNanos(50_000_000);
        }
        signal("CONT", writer);
        long end = System.nanoTime() + RECOVERY.toNanos();
        while (attempt(trial, storage, kept) != null) {
            Trial.require(System.nanoTime() < end, "no append within " + RECOVERY + " after the holder went on");
        }
        return "others were told " + locked.fault() + " after " + waited.toMillis() + " ms, " + refusals
                + " times in 10 s; then all went on";
    }

    private static @Nullable StorageException attempt(Trial trial, Storage storage, Append append) {
        try {
            trial.store(storage, append);
            return null;
        } catch (StorageException e) {
            return e;
        }
    }

    private void awaitAnswers(WriterProcess writer, long count) {
        long end = System.nanoTime() + RECOVERY.toNanos();
        while (ledger.answers(writer.name()) < count) {
            Trial.require(
                    System.nanoTime() < end && ledger.findings().isEmpty(),
                    "the writer was not answered within " + RECOVERY + "; " + ledger.findings() + ", the last refusal: "
                            + ledger.lastRefusal());
            LockSupport.parkNanos(5_000_000);
        }
    }

    private void audit(Trial trial) {
        Audit audit = new Audit(id -> ledger.isAttempted(id) || trial.isAttempted(id));
        try (Storage storage = trial.site().open()) {
            audit.goOn(storage.log(), ledger.takeAcknowledged());
            audit.goOn(storage.log(), trial.told());
        }
        Trial.require(audit.findings().isEmpty(), audit.findings().toString());
    }

    private static void signal(String name, WriterProcess writer) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + name, String.valueOf(writer.pid()))
                .inheritIO()
                .start()
                .waitFor();
        Trial.require(code == 0, "kill -" + name + " has ended with " + code);
    }
}
