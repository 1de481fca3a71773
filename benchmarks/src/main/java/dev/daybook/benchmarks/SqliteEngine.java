package dev.daybook.benchmarks;

import dev.daybook.benchmarks.peer.EngineKind;
import java.nio.file.Path;

/** SQLite with synchronous=FULL on both sides. */
record SqliteEngine(Path folder) implements Engine {

    @Override
    public EngineKind kind() {
        return EngineKind.SQLITE;
    }

    @Override
    public String url(String log) {
        return "sqlite:" + file(log);
    }

    @Override
    public String jdbcUrl(String log) {
        return "jdbc:sqlite:" + file(log) + "?journal_mode=WAL&synchronous=FULL&busy_timeout=60000";
    }

    /** It takes one writer at a time; those that wait in the pool get on better than those that knock at the file. */
    @Override
    public int connections() {
        return 1;
    }

    Path file(String log) {
        return folder.resolve(log + ".db");
    }
}
