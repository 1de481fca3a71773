package dev.daybook.benchmarks;

import dev.daybook.h2.H2Storage;
import dev.daybook.ports.storage.Storage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** An H2 file, told to flush after each commit on both sides. */
record H2Engine(Path folder) implements Engine {

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public Storage open(String log) {
        return H2Storage.open(folder.resolve(log));
    }

    @Override
    public Connection connect(String log) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:retry:" + folder.toAbsolutePath().resolve(log)
                        + ";WRITE_DELAY=0;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;OPTIMIZE_REUSE_RESULTS=FALSE");
    }

    @Override
    public void flush(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        }
    }
}
