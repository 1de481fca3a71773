package dev.daybook.jooq;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.daybook.testkit.contract.StorageFixture;
import dev.daybook.testkit.server.DatabaseServer;
import java.nio.file.Path;
import java.util.function.Function;
import javax.sql.DataSource;

/** Every test has a schema of its own on one server, which ends with the tests. */
public final class ServerFixture {

    private ServerFixture() {}

    public static StorageFixture of(DatabaseServer server, Function<DataSource, RelationalBuilder> builder) {
        HikariConfig config = new HikariConfig();
        ServerUrl url = ServerUrl.parse(server.url());
        config.setJdbcUrl(url.jdbc());
        config.setUsername(url.user().orElseThrow());
        config.setMaximumPoolSize(40);
        config.setMinimumIdle(0);
        DataSource pool = new HikariDataSource(config);
        return StorageFixture.persistent(
                (folder, clock) ->
                        builder.apply(pool).schema(schema(folder)).clock(clock).open(),
                folder -> server.url() + (server.url().contains("?") ? "&" : "?") + "schema=" + schema(folder));
    }

    private static String schema(Path folder) {
        return "log_" + Integer.toHexString(folder.hashCode());
    }
}
