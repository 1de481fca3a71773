package dev.daybook.jooq;

import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Query;

/**
 * Brings a database up to the library's version, one numbered step after the other. The number of a step is its place in the
 * list, from 1; a step that has been released is never changed.
 */
final class Migrations {

    private final Dialect dialect;
    private final DSLContext sql;
    private final List<Supplier<List<Query>>> steps;

    private Migrations(Dialect dialect, List<Supplier<List<Query>>> steps) {
        this.dialect = dialect;
        this.sql = dialect.sql();
        this.steps = List.copyOf(steps);
    }

    static Migrations of(Dialect dialect) {
        Schema schema = new Schema(dialect.sql(), dialect.layout(), dialect.limits());
        return new Migrations(dialect, List.of(schema::create, schema::createConsumers));
    }

    void apply() {
        with(dialect::connectToWrite, this::apply);
    }

    /** Refuses a database that is not up to date. Writes nothing. */
    void require() {
        with(dialect::connectToRead, this::require);
    }

    private void with(Opening opening, Doing doing) {
        Session session = null;
        try {
            session = new Session(dialect, opening.open());
            doing.with(session.connection());
        } catch (SQLException e) {
            throw new Faults(dialect).opening(e);
        } finally {
            if (session != null) {
                session.release();
            }
        }
    }

    @FunctionalInterface
    private interface Opening {
        Connection open() throws SQLException;
    }

    @FunctionalInterface
    private interface Doing {
        void with(Connection connection) throws SQLException;
    }

    private void require(Connection connection) throws SQLException {
        int lacking = missing(connection).size();
        if (lacking > 0) {
            throw new StorageException(
                    lacking == steps.size() ? Fault.MISSING : Fault.READ_ONLY,
                    dialect.location()
                            + (lacking == steps.size()
                                    ? " has no log, and was opened for reading only"
                                    : " has schema version " + (steps.size() - lacking) + ", this library needs "
                                            + steps.size() + ", and it was opened for reading only")
                            + ". Open it for writing once, with this library",
                    null);
        }
    }

    /** Under the log's lock, so that of two processes that open at once the second finds the work done. */
    private void apply(Connection connection) throws SQLException {
        if (missing(connection).isEmpty()) {
            return;
        }
        dialect.beginMigration(connection);
        try {
            for (Supplier<List<Query>> step : missing(connection)) {
                run(connection, step.get());
            }
            dialect.noteSchemaVersion(connection, steps.size());
            dialect.commit(connection);
        } catch (SQLException | RuntimeException e) {
            try {
                dialect.rollback(connection);
            } catch (SQLException again) {
                e.addSuppressed(again);
            }
            throw e;
        } finally {
            dialect.endMigration(connection);
        }
    }

    private List<Supplier<List<Query>>> missing(Connection connection) throws SQLException {
        int version = dialect.schemaVersion(connection);
        if (version > steps.size()) {
            throw new StorageException(
                    Fault.NEWER,
                    dialect.location() + " has schema version " + version + ", this library knows up to " + steps.size()
                            + ". " + dialect.remedy(Fault.NEWER),
                    null);
        }
        return steps.subList(version, steps.size());
    }

    private void run(Connection connection, List<Query> queries) throws SQLException {
        for (Query query : queries) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql.renderInlined(query));
            }
        }
    }
}
