package dev.daybook.torture.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.daybook.h2.H2Storage;
import dev.daybook.jooq.RelationalBuilder;
import dev.daybook.jooq.mariadb.MariaDbStorage;
import dev.daybook.jooq.postgresql.PostgresStorage;
import dev.daybook.ports.storage.Storage;
import dev.daybook.sqlite.SqliteStorage;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import javax.sql.DataSource;

/** What is tortured. */
public enum Engine {
    /** One file, several processes. */
    SQLITE(2) {
        @Override
        public Storage open(String place, Opening opening) {
            return SqliteStorage.builder(Path.of(place))
                    .busyTimeout(opening.lockWait())
                    .clock(opening.clock())
                    .open();
        }
    },

    /** One file, one process at a time. */
    H2(1) {
        @Override
        public Storage open(String place, Opening opening) {
            return H2Storage.builder(Path.of(place))
                    .lockTimeout(opening.lockWait())
                    .clock(opening.clock())
                    .open();
        }
    },

    /** A server. */
    POSTGRESQL(2) {
        @Override
        public Storage open(String place, Opening opening) {
            // So that a COMMIT goes over the wire as a word, and not as the number of a prepared statement.
            return pooled(place + "?prepareThreshold=0&connectTimeout=1", opening, PostgresStorage::builder);
        }
    },

    /** A server. */
    MARIADB(2) {
        @Override
        public Storage open(String place, Opening opening) {
            return pooled(place + "&connectTimeout=1000", opening, MariaDbStorage::builder);
        }
    };

    private static final int READERS = 2;
    private static final int BESIDE_READERS = 3;
    private static final int POOL_WAIT_MILLIS = 1_000;

    private final int processes;

    Engine(int processes) {
        this.processes = processes;
    }

    /**
     * Opens the log.
     *
     * @param place a path, or the JDBC URL of a server without its user
     */
    public abstract Storage open(String place, Opening opening);

    /** How many processes write at the same time. */
    public int processes() {
        return processes;
    }

    /** Whether it is a server. */
    public boolean isServer() {
        return this == POSTGRESQL || this == MARIADB;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Storage pooled(String url, Opening opening, Function<DataSource, RelationalBuilder> builder) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("daybook");
        config.setMaximumPoolSize(READERS + BESIDE_READERS);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(POOL_WAIT_MILLIS);
        HikariDataSource pool = new HikariDataSource(config);
        return new PooledStorage(
                pool,
                builder.apply(pool)
                        .readers(READERS)
                        .lockTimeout(opening.lockWait())
                        .timeout(opening.timeout())
                        .patience(opening.patience())
                        .clock(opening.clock())
                        .open());
    }
}
