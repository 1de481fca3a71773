package dev.daybook.jooq;

import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.Query;

/**
 * Brings a database up to the library's version, one numbered step after the other. The number of a step is its place in the
 * list, from 1; a step that has been released is never changed.
 */
final class Migrations {

    private final Dialect dialect;
    private final List<Supplier<List<Query>>> steps;

    Migrations(Dialect dialect, List<Supplier<List<Query>>> steps) {
        this.dialect = dialect;
        this.steps = List.copyOf(steps);
    }

    /** Under the log's lock, so that of two processes that open at once the second finds the work done. */
    void apply(Connection connection) throws SQLException {
        if (dialect.schemaVersion(connection) == steps.size()) {
            return;
        }
        dialect.begin(connection);
        try {
            applyMissing(connection);
            dialect.commit(connection);
        } catch (SQLException | RuntimeException e) {
            try {
                dialect.rollback(connection);
            } catch (SQLException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    private void applyMissing(Connection connection) throws SQLException {
        int version = dialect.schemaVersion(connection);
        if (version > steps.size()) {
            throw new StorageException(
                    Fault.NEWER,
                    dialect.location() + " has schema version " + version + ", this library knows up to " + steps.size()
                            + ". " + dialect.remedy(Fault.NEWER),
                    null);
        }
        for (Supplier<List<Query>> step : steps.subList(version, steps.size())) {
            for (Query query : step.get()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(query.getSQL(org.jooq.conf.ParamType.INLINED));
                }
            }
        }
        if (version < steps.size()) {
            dialect.noteSchemaVersion(connection, steps.size());
        }
    }
}
