package dev.daybook.jooq;

import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A bounded number of sessions for reading, opened when they are first needed and lent for one question at a time. */
final class ReaderPool implements Reading {

    private final Dialect dialect;
    private final Faults faults;
    private final int size;
    private final Runnable onFailure;
    private final Semaphore permits;
    private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger generation = new AtomicInteger();
    private volatile @Nullable Object place;
    private volatile boolean closed;

    ReaderPool(Dialect dialect, int size, Runnable onFailure) {
        this.dialect = dialect;
        this.faults = new Faults(dialect);
        this.size = size;
        this.onFailure = onFailure;
        this.permits = new Semaphore(size);
    }

    @Override
    public <R extends @Nullable Object> R ask(Question<R> question) throws SQLException {
        acquire();
        try {
            if (closed) {
                throw faults.closed();
            }
            return askShielded(question);
        } finally {
            permits.release();
            Turns.giveWay();
        }
    }

    /** Asks as {@link #ask} does, for who hands the answer to a user: a fault is named. */
    <R extends @Nullable Object> R answer(Question<R> question) {
        try {
            return ask(question);
        } catch (SQLException e) {
            throw faults.reading(e);
        }
    }

    /** After a failure: what was opened before it is not used again. */
    void reset(Fault fault) {
        generation.incrementAndGet();
        place = null;
        for (Session session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
            session.releaseAfter(fault);
        }
        onFailure.run();
    }

    /** Waits for questions under way, and answers no more. */
    void close() {
        closed = true;
        permits.acquireUninterruptibly(size);
        closeIdle();
        permits.release(size);
    }

    private <R extends @Nullable Object> R askShielded(Question<R> question) throws SQLException {
        try {
            return dialect.call(() -> askPatiently(question));
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new SQLException("a question to the database failed", e);
        }
    }

    /** A question changes nothing, so that it can be asked again over another connection. */
    private <R extends @Nullable Object> R askPatiently(Question<R> question) throws SQLException {
        Patience patience = new Patience(dialect.patience());
        patience.noteInterrupt();
        try {
            while (true) {
                try {
                    return askWithSession(question);
                } catch (SQLException e) {
                    boolean cutShort = patience.noteInterrupt();
                    if (closed || !(cutShort || faults.of(e) == Fault.UNAVAILABLE) || !patience.pause()) {
                        throw e;
                    }
                }
            }
        } finally {
            patience.end();
        }
    }

    private <R extends @Nullable Object> R askWithSession(Question<R> question) throws SQLException {
        Object now = dialect.place();
        requireSame(now);
        int before = generation.get();
        Session kept = idle.pollFirst();
        Session session = kept != null ? kept : new Session(dialect, dialect.connectToRead());
        place = now;
        Fault fault = Fault.FAILED;
        boolean sound = false;
        try {
            R answer = question.ask(session);
            dialect.awaitDurable();
            sound = true;
            return answer;
        } catch (SQLException e) {
            fault = faults.of(e);
            throw e;
        } finally {
            if (!sound) {
                session.releaseAfter(fault);
                reset(fault);
            } else if (generation.get() == before) {
                idle.addFirst(session);
            } else {
                session.release();
            }
        }
    }

    /** What was opened before would go on answering from a file that nobody else finds any more. */
    private void requireSame(@Nullable Object now) {
        Object before = place;
        if (before != null && !before.equals(now)) {
            reset(Fault.MISSING);
            throw faults.moved();
        }
    }

    private void closeIdle() {
        for (Session session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
            session.release();
        }
    }

    private void acquire() {
        if (permits.tryAcquire()) {
            return;
        }
        try {
            permits.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException(
                    Fault.INTERRUPTED, "interrupted while waiting to read from " + dialect.location(), e);
        }
    }
}
