package dev.daybook.jooq.mariadb;

import dev.daybook.jooq.ServerPool;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageProvider;
import java.util.Map;

/** Takes URLs such as {@code mariadb://user:password@host:3306/database}. */
public final class MariaDbStorageProvider implements StorageProvider {

    private static final Map<String, String> DRIVER = Map.of(
            "useServerPrepStmts", "true", "useBulkStmts", "true", "tcpKeepAlive", "true", "connectTimeout", "5000");

    /** For {@link java.util.ServiceLoader}. */
    public MariaDbStorageProvider() {}

    @Override
    public String scheme() {
        return "mariadb";
    }

    @Override
    public Storage open(String url) {
        return ServerPool.open(url, DRIVER, MariaDbStorage::builder);
    }

    @Override
    public Storage openReadOnly(String url) {
        return ServerPool.openReadOnly(url, DRIVER, MariaDbStorage::builder);
    }
}
