package dev.daybook.jooq;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How to open a log on a database server. */
public final class RelationalBuilder {

    private static final System.Logger LOG = System.getLogger(RelationalBuilder.class.getName());
    private static final int MOST_READERS = 1_000;

    private final Function<RelationalBuilder, Dialect> dialect;
    private @Nullable String schema;
    private Duration lockTimeout = Duration.ofSeconds(5);
    private Duration timeout = Duration.ofSeconds(30);
    private Duration patience = Duration.ofSeconds(10);
    private int readers = Math.max(4, Runtime.getRuntime().availableProcessors());
    private InstantSource clock = Clock.systemUTC();
    private Runnable closing = () -> {};

    /**
     * For an adapter.
     *
     * @param dialect makes the dialect once everything is chosen
     */
    public RelationalBuilder(Function<RelationalBuilder, Dialect> dialect) {
        this.dialect = dialect;
    }

    /**
     * The schema (with MariaDB: the database) that the log's tables are in, so that several logs can live on one server; the
     * connection's own unless set. It is made if it does not exist.
     *
     * @param name a name of 1 to 63 characters
     * @return this builder
     */
    public RelationalBuilder schema(String name) {
        if (name.isEmpty() || name.length() > 63) {
            throw new IllegalArgumentException(
                    "the schema's name has " + name.length() + " characters; give one of 1 to 63");
        }
        schema = name;
        return this;
    }

    /**
     * How long to wait for the log's lock while somebody else holds it; 5 seconds unless set.
     *
     * @param atMost from 1 millisecond to 1 hour
     * @return this builder
     */
    public RelationalBuilder lockTimeout(Duration atMost) {
        lockTimeout = checked("lock time-out", atMost, Duration.ofMillis(1));
        return this;
    }

    /**
     * How long the server may take for an answer before its connection counts as lost; 30 seconds unless set.
     *
     * @param atMost from 1 millisecond to 1 hour, more than the lock time-out
     * @return this builder
     */
    public RelationalBuilder timeout(Duration atMost) {
        timeout = checked("time-out", atMost, Duration.ofMillis(1));
        return this;
    }

    /**
     * How long to try again when the connection is lost or the server is away, before whoever waits is told; 10 seconds unless
     * set. An append is never stored twice by it.
     *
     * @param atMost from nothing to 1 hour
     * @return this builder
     */
    public RelationalBuilder patience(Duration atMost) {
        patience = checked("patience", atMost, Duration.ZERO);
        return this;
    }

    /**
     * How many connections read at the same time at most, beside the one that writes; as many as there are processors, at least 4,
     * unless set.
     *
     * @param most a number from 1 to 1,000
     * @return this builder
     */
    public RelationalBuilder readers(int most) {
        if (most < 1 || most > MOST_READERS) {
            throw new IllegalArgumentException("expected 1 to " + MOST_READERS + " readers, was given " + most);
        }
        readers = most;
        return this;
    }

    /**
     * Where the time of recording comes from; the system's clock unless set.
     *
     * @param source a clock
     * @return this builder
     */
    public RelationalBuilder clock(InstantSource source) {
        clock = source;
        return this;
    }

    /** What the storage closes at its end. */
    RelationalBuilder owns(AutoCloseable pool) {
        closing = () -> {
            try {
                pool.close();
            } catch (Exception e) {
                LOG.log(System.Logger.Level.DEBUG, "the pool did not close cleanly", e);
            }
        };
        return this;
    }

    /**
     * Opens the log, and makes or updates its schema where it has to.
     *
     * @return the storage, to be closed
     * @throws dev.daybook.ports.storage.StorageException if it cannot be opened
     */
    public RelationalStorage open() {
        return RelationalStorage.open(chosen(), clock, readers, closing);
    }

    /**
     * Opens a log that is there and up to date, and writes nothing: every call that would is refused with
     * {@link dev.daybook.ports.storage.Fault#READ_ONLY}. A user who may only select is enough.
     *
     * @return the storage, to be closed
     * @throws dev.daybook.ports.storage.StorageException if it cannot be opened, or there is no log of this library's version
     */
    public RelationalStorage openReadOnly() {
        return RelationalStorage.openReadOnly(chosen(), readers, closing);
    }

    private Dialect chosen() {
        try {
            return dialect.apply(this);
        } catch (RuntimeException | Error e) {
            closing.run();
            throw e;
        }
    }

    /**
     * What was chosen.
     *
     * @return the schema's name, or null for the connection's own
     */
    public @Nullable String schema() {
        return schema;
    }

    /**
     * What was chosen.
     *
     * @return how long to wait for the lock
     */
    public Duration lockTimeout() {
        return lockTimeout;
    }

    /**
     * What was chosen.
     *
     * @return how long to wait for an answer
     */
    public Duration timeout() {
        return timeout;
    }

    /**
     * What was chosen.
     *
     * @return how long to try again
     */
    public Duration patience() {
        return patience;
    }

    private static Duration checked(String what, Duration chosen, Duration least) {
        if (chosen.compareTo(least) < 0 || chosen.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "the " + what + " is " + chosen + "; give one from " + least + " to an hour");
        }
        return chosen;
    }
}
