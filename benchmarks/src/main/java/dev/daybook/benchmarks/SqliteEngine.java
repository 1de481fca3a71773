package dev.daybook.benchmarks;

import dev.daybook.ports.storage.Storage;
import dev.daybook.sqlite.SqliteStorage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** SQLite with synchronous=FULL on both sides. */
record SqliteEngine(Path folder) implements Engine {

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public Storage open(String log) {
        return SqliteStorage.open(file(log));
    }

    @Override
    public Connection connect(String log) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file(log));
        try (Statement settings = connection.createStatement()) {
            settings.execute("pragma journal_mode = wal");
            settings.execute("pragma synchronous = full");
        }
        return connection;
    }

    Path file(String log) {
        return folder.resolve(log + ".db");
    }
}
