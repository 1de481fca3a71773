package dev.daybook.jooq;

import dev.daybook.ports.consumer.Consumers;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.LogContinuation;
import dev.daybook.ports.snapshot.Snapshots;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageDescription;
import dev.daybook.ports.view.Views;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.InstantSource;
import org.jooq.DSLContext;

/** A storage on a relational engine, whichever the dialect says. */
public final class RelationalStorage implements Storage {

    private final Dialect dialect;
    private final Runnable gate;
    private final Runnable closing;
    private final LogWriter writer;
    private final JoinedAppend joined;
    private final GroupCommit commits;
    private final ReaderPool readers;
    private final HeadWatch watch;
    private final EventLog log;
    private final LogContinuation continuation;
    private final Snapshots snapshots;
    private final RelationalEffects effects;
    private final Consumers consumers;
    private final Views views;

    /** The gate throws where nobody may write. */
    private RelationalStorage(Dialect dialect, InstantSource clock, int readerCount, Runnable gate, Runnable closing) {
        this.dialect = dialect;
        this.gate = gate;
        this.closing = closing;
        DSLContext dsl = dialect.sql();
        Statements sql = new Statements(dsl, dialect.layout());
        Faults faults = new Faults(dialect);
        Dictionary dictionary = new Dictionary(sql, Dictionary.SLOTS);
        TimeBlocks blocks = new TimeBlocks(sql);
        EventRows rows = new EventRows(dialect, dictionary);
        Planner planner = new Planner(dialect, sql, rows, dictionary, blocks);
        readers = new ReaderPool(dialect, readerCount, () -> {
            dictionary.forget();
            blocks.forget();
            planner.forget();
        });
        watch = new HeadWatch(() -> RelationalLog.head(readers, sql), dialect::listen);
        Lookup lookup = new Lookup(sql, rows, planner);
        ConsumerStatements consumerSql = new ConsumerStatements(dsl, dialect.layout());
        RowReader viewRows = new RowReader(consumerSql, dialect);
        RowWriter rowWriter = new RowWriter(consumerSql, dialect);
        InlineViews inline = new InlineViews(new InlineSql(consumerSql, viewRows, rowWriter, dialect.limits()));
        writer = new LogWriter(dialect, sql, lookup, inline, clock, watch::grownTo, readers::reset);
        joined = new JoinedAppend(dialect, sql, inline, clock);
        commits = new GroupCommit(writer::write, dialect.location(), gate);
        log = new RelationalLog(commits, readers, planner, lookup, sql, faults, dialect.limits(), watch);
        continuation = stretch -> {
            dialect.limits().check(stretch);
            commits.submit(new ContinuationRequest(stretch));
        };
        snapshots = new RelationalSnapshots(commits, readers, sql, dialect);
        effects = new RelationalEffects(dialect);
        consumers = new RelationalConsumers(commits, readers, consumerSql, rowWriter, effects, dialect.limits(), clock);
        views = new RelationalViews(readers, consumerSql, viewRows, commits, inline);
    }

    /**
     * Opens a database, and makes or updates its schema where it has to.
     *
     * @param dialect the engine
     * @param clock where the time of recording comes from
     * @param readers how many connections read at most, at least one
     * @return the storage, to be closed
     * @throws dev.daybook.ports.storage.StorageException if it cannot be opened
     */
    public static RelationalStorage open(Dialect dialect, InstantSource clock, int readers) {
        return open(dialect, clock, readers, () -> {});
    }

    /**
     * Opens a database, and makes or updates its schema where it has to.
     *
     * @param dialect the engine
     * @param clock where the time of recording comes from
     * @param readers how many connections read at most, at least one
     * @param closing gives back what was opened for this storage, when it is closed or cannot be opened
     * @return the storage, to be closed
     * @throws dev.daybook.ports.storage.StorageException if it cannot be opened
     */
    public static RelationalStorage open(Dialect dialect, InstantSource clock, int readers, Runnable closing) {
        try {
            RelationalStorage storage = new RelationalStorage(dialect, clock, readers, () -> {}, closing);
            Migrations.of(dialect).apply();
            return storage;
        } catch (RuntimeException | Error e) {
            closing.run();
            throw e;
        }
    }

    /**
     * Opens a log that is there and up to date, and writes nothing: every call that would is refused with
     * {@link dev.daybook.ports.storage.Fault#READ_ONLY}.
     *
     * @param dialect the engine; it is never asked for the connection that writes
     * @param readers how many connections read at most, at least one
     * @param closing gives back what was opened for this storage, when it is closed or cannot be opened
     * @return the storage, to be closed
     * @throws dev.daybook.ports.storage.StorageException if it cannot be opened, or there is no log of this library's version
     */
    public static RelationalStorage openReadOnly(Dialect dialect, int readers, Runnable closing) {
        Runnable gate = () -> {
            throw new Faults(dialect).readOnly();
        };
        try {
            RelationalStorage storage = new RelationalStorage(dialect, Clock.systemUTC(), readers, gate, closing);
            Migrations.of(dialect).require();
            return storage;
        } catch (RuntimeException | Error e) {
            closing.run();
            throw e;
        }
    }

    @Override
    public EventLog log() {
        return log;
    }

    /**
     * Appends within a transaction of the caller's, so that his own tables and the events are committed together or not at all. The
     * log's lock is taken, and held until the transaction ends: until then every other append waits, up to its time-out. So join
     * late, and commit soon.
     *
     * <p>The result holds if the transaction is committed. A fault leaves the transaction to be rolled back.
     *
     * @param transaction a connection to the same database, in a transaction (auto-commit off); of isolation READ COMMITTED, except
     *     on SQLite, which knows only one
     * @param append one or more events, with what must still hold
     * @return stored, already stored by an earlier call, or in conflict
     * @throws dev.daybook.ports.storage.LimitExceededException if it is larger than the storage states
     * @throws dev.daybook.ports.log.EventIdReusedException if an event id is in the log with other content
     * @throws dev.daybook.ports.storage.StorageException if the engine cannot do its work
     * @throws IllegalArgumentException if the connection is not in such a transaction
     */
    public AppendResult append(Connection transaction, Append append) {
        gate.run();
        dialect.limits().check(append);
        try {
            return joined.append(transaction, append);
        } catch (SQLException e) {
            throw new Faults(dialect).writing(e);
        }
    }

    /**
     * Keeps tables of your own by the events of the log: their rows are changed in the transaction that moves the checkpoint of a
     * consumer, so that every event counts exactly once, whatever is killed when.
     *
     * @param name what the consumer is called, see {@link RelationalView}
     * @param work makes the tables now, and changes their rows by one event after the other
     * @return to be given to the consumer, and closed after it
     * @throws IllegalStateException if this storage keeps tables of that name already
     * @throws dev.daybook.ports.storage.StorageException if the engine cannot do its work
     */
    public RelationalView relationalView(String name, RelationalWork work) {
        gate.run();
        return effects.open(name, work);
    }

    @Override
    public LogContinuation continuation() {
        return continuation;
    }

    @Override
    public Snapshots snapshots() {
        return snapshots;
    }

    @Override
    public Consumers consumers() {
        return consumers;
    }

    @Override
    public Views views() {
        return views;
    }

    @Override
    public StorageDescription description() {
        return new StorageDescription(dialect.engine(), dialect.location(), dialect.durability(), dialect.limits());
    }

    @Override
    public void close() {
        commits.close();
        watch.close();
        readers.close();
        writer.close();
        closing.run();
    }
}
