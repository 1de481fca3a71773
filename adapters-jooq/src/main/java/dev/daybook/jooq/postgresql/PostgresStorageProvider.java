package dev.daybook.jooq.postgresql;

import dev.daybook.jooq.ServerPool;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageProvider;
import java.util.Map;

/** Takes URLs such as {@code postgresql://user:password@host:5432/database?schema=orders}. */
public final class PostgresStorageProvider implements StorageProvider {

    private static final Map<String, String> DRIVER = Map.of(
            "reWriteBatchedInserts",
            "true",
            "tcpKeepAlive",
            "true",
            "connectTimeout",
            "5",
            "ApplicationName",
            "daybook");

    /** For {@link java.util.ServiceLoader}. */
    public PostgresStorageProvider() {}

    @Override
    public String scheme() {
        return "postgresql";
    }

    @Override
    public Storage open(String url) {
        return ServerPool.open(url, DRIVER, PostgresStorage::builder);
    }

    @Override
    public Storage openReadOnly(String url) {
        return ServerPool.openReadOnly(url, DRIVER, PostgresStorage::builder);
    }
}
