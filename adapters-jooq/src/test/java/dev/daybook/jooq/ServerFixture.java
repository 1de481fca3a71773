package dev.daybook.jooq;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.daybook.testkit.contract.StorageFixture;
import java.nio.file.Path;
import java.sql.SQLException;

/** Every test has a schema of its own on one server, which ends with the tests. */
public final class ServerFixture {

    private ServerFixture() {}

    public static StorageFixture postgresql() {
        return of(TestServer.postgresql());
    }

    /** Set up so that whoever relies on its defaults gets texts cut, spaces forgotten and letters replaced. */
    public static StorageFixture carelessMariaDb() {
        TestServer server = TestServer.mariadb();
        try {
            server.execute(
                    "set global sql_mode = ''",
                    "set global character_set_server = latin1",
                    "set global collation_server = latin1_swedish_ci");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return of(server);
    }

    private static StorageFixture of(TestServer server) {
        HikariConfig config = new HikariConfig();
        String databaseUrl = server.server().url();
        ServerUrl url = ServerUrl.parse(databaseUrl);
        config.setJdbcUrl(url.jdbc());
        config.setUsername(url.user().orElseThrow());
        config.setMaximumPoolSize(40);
        config.setMinimumIdle(0);
        HikariDataSource pool = new HikariDataSource(config);
        return StorageFixture.persistent(
                (folder, clock) ->
                        server.builder(pool).schema(schema(folder)).clock(clock).open(),
                folder -> databaseUrl + (databaseUrl.contains("?") ? "&" : "?") + "schema=" + schema(folder));
    }

    private static String schema(Path folder) {
        return "log_" + Integer.toHexString(folder.hashCode());
    }
}
