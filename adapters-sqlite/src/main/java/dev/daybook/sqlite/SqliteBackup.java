package dev.daybook.sqlite;

import dev.daybook.jooq.NewFile;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Writes the log to a new file as one transaction sees it, which holds up nobody who writes. */
final class SqliteBackup {

    private SqliteBackup() {}

    static void write(Path file, SqliteDialect dialect, Path backup) {
        new SqliteFile(file).checkReadable();
        Path part = backup.resolveSibling(backup.getFileName() + "-" + UUID.randomUUID() + ".part");
        NewFile.write(part, backup, () -> vacuum(dialect, part));
    }

    private static void vacuum(SqliteDialect dialect, Path part) {
        try (Connection connection = dialect.connectToWrite();
                PreparedStatement vacuum = connection.prepareStatement("vacuum into ?")) {
            vacuum.setString(1, part.toAbsolutePath().toString());
            vacuum.execute();
        } catch (SQLException e) {
            Fault fault = dialect.fault(e);
            throw new StorageException(
                    fault,
                    "cannot back up " + dialect.location() + ": " + e.getMessage() + ". " + dialect.remedy(fault),
                    e);
        }
    }
}
