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

    Migrations(Dialect dialect, DSLContext sql, List<Supplier<List<Query>>> steps) {
        this.dialect = dialect;
        this.sql = sql;
        this.steps = List.copyOf(steps);
    }

    /** Under the log's lock, so that of two processes that open at once the second finds the work done. */
    void apply(Connection connection) throws SQLException {
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
