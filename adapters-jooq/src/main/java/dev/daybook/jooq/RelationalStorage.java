package dev.daybook.jooq;

import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.snapshot.Snapshots;
import dev.daybook.ports.storage.Limits;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageDescription;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;

/** A storage on a relational engine, whichever the dialect says. */
public final class RelationalStorage implements Storage {

    private final Dialect dialect;
    private final LogWriter writer;
    private final GroupCommit commits;
    private final ReaderPool readers;
    private final EventLog log;
    private final Snapshots snapshots;

    private RelationalStorage(Dialect dialect, InstantSource clock, int readerCount) {
        this.dialect = dialect;
        DSLContext dsl = dialect.sql();
        Statements sql = new Statements(dsl);
        Faults faults = new Faults(dialect);
        EventRows rows = new EventRows(new Dictionary(sql));
        Planner planner = new Planner(dsl, sql, rows, new TimeBlocks(sql));
        readers = new ReaderPool(dialect, readerCount);
        writer = new LogWriter(dialect, sql, new Lookup(sql, rows, planner), clock, readers::reset);
        commits = new GroupCommit(writer::write, dialect.location());
        log = new RelationalLog(commits, readers, planner, sql, faults, Limits.standard());
        snapshots = new RelationalSnapshots(commits, readers, sql, faults, Limits.standard());
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
        RelationalStorage storage = new RelationalStorage(dialect, clock, readers);
        DSLContext dsl = dialect.sql();
        Migrations migrations =
                new Migrations(dialect, dsl, List.of(new Schema(dsl, dialect.layout(), Limits.standard())::create));
        try (Connection connection = dialect.connectToWrite()) {
            migrations.apply(connection);
        } catch (SQLException e) {
            throw new Faults(dialect).opening(e);
        }
        return storage;
    }

    @Override
    public EventLog log() {
        return log;
    }

    @Override
    public Snapshots snapshots() {
        return snapshots;
    }

    @Override
    public StorageDescription description() {
        return new StorageDescription(dialect.engine(), dialect.location(), dialect.durability(), Limits.standard());
    }

    @Override
    public void close() {
        commits.close();
        readers.close();
        writer.close();
    }
}
