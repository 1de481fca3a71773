package dev.daybook.benchmarks;

import dev.daybook.benchmarks.peer.EngineKind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** An H2 file, told to flush after each commit on both sides. */
record H2Engine(Path folder) implements Engine {

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public EngineKind kind() {
        return EngineKind.H2;
    }

    @Override
    public String url(String log) {
        return "h2:" + folder.toAbsolutePath().resolve(log);
    }

    @Override
    public String jdbcUrl(String log) {
        return "jdbc:h2:retry:" + folder.toAbsolutePath().resolve(log)
                + ";WRITE_DELAY=0;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;OPTIMIZE_REUSE_RESULTS=FALSE"
                // Raw code names a column that is a word of H2's.
                + ";NON_KEYWORDS=KEY";
    }

    @Override
    public void flush(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        }
    }
}
