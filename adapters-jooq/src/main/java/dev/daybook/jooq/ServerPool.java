package dev.daybook.jooq;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.daybook.ports.storage.Storage;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/** A pool of connections to what a URL names, for who has none of his own. */
public final class ServerPool {

    private static final Duration WAIT = Duration.ofSeconds(5);

    /** One writes, one may listen, and one more may be asked for while a broken one is on its way out. */
    private static final int BESIDE_READERS = 3;

    private static final int READERS = Math.max(4, Runtime.getRuntime().availableProcessors());

    private ServerPool() {}

    /**
     * Opens a log over a pool that is closed with it.
     *
     * @param url names the server, the database, the user and perhaps a schema
     * @param driver how the driver shall work, by the names of its parameters; the URL's own parameters go before
     * @param builder takes the pool
     * @return the storage, to be closed
     * @throws IllegalArgumentException if the URL is not of that form, or the pool or the driver is not on the class path
     */
    public static Storage open(
            String url, Map<String, String> driver, Function<DataSource, RelationalBuilder> builder) {
        return pooled(url, driver, builder).open();
    }

    /**
     * Opens a log for reading only, over a pool that is closed with it.
     *
     * @param url names the server, the database, the user and perhaps a schema
     * @param driver how the driver shall work, by the names of its parameters; the URL's own parameters go before
     * @param builder takes the pool
     * @return the storage, to be closed
     * @throws IllegalArgumentException if the URL is not of that form, or the pool or the driver is not on the class path
     */
    public static Storage openReadOnly(
            String url, Map<String, String> driver, Function<DataSource, RelationalBuilder> builder) {
        return pooled(url, driver, builder).openReadOnly();
    }

    private static RelationalBuilder pooled(
            String url, Map<String, String> driver, Function<DataSource, RelationalBuilder> builder) {
        ServerUrl parsed = ServerUrl.parse(url);
        HikariDataSource pool;
        try {
            pool = pool(parsed, driver);
        } catch (NoClassDefFoundError e) {
            throw new IllegalArgumentException(
                    "a URL needs a pool: add the dependency com.zaxxer:HikariCP, or open the storage with a DataSource",
                    e);
        }
        RelationalBuilder chosen = builder.apply(pool).readers(READERS).owns(pool);
        parsed.schema().ifPresent(chosen::schema);
        return chosen;
    }

    private static HikariDataSource pool(ServerUrl url, Map<String, String> driver) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url.jdbc());
        url.user().ifPresent(config::setUsername);
        url.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(READERS + BESIDE_READERS);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(WAIT.toMillis());
        config.setInitializationFailTimeout(-1);
        config.setPoolName("daybook");
        driver.forEach(config::addDataSourceProperty);
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "no driver on the class path takes " + url.jdbc().replaceAll("\\?.*", "")
                            + "; add org.postgresql:postgresql or org.mariadb.jdbc:mariadb-java-client",
                    e);
        }
    }
}
