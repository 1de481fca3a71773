package dev.daybook.benchmarks;

import dev.daybook.benchmarks.peer.EngineKind;
import dev.daybook.h2.H2Storage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/** An H2 file whose store is synced after each commit on all sides. */
record H2Engine(Path folder) implements Engine {

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
        return H2Storage.jdbcUrl(folder.resolve(log))
                + ";OPTIMIZE_REUSE_RESULTS=FALSE"
                // Raw code names a column that is a word of H2's.
                + ";NON_KEYWORDS=KEY";
    }

    @Override
    public void flush(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
        // The statement hands the commit to a thread of H2's own, and does not wait for it.
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        MVStore store = session.getDatabase().getStore().getMvStore();
        store.executeFilestoreOperation(store::sync);
    }
}
