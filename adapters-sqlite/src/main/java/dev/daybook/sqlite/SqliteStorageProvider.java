package dev.daybook.sqlite;

import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageProvider;
import java.nio.file.Path;

/** Takes URLs such as {@code sqlite:daybook.db}. */
public final class SqliteStorageProvider implements StorageProvider {

    private static final String SCHEME = "sqlite";

    /** For {@link java.util.ServiceLoader}. */
    public SqliteStorageProvider() {}

    @Override
    public String scheme() {
        return SCHEME;
    }

    @Override
    public Storage open(String url) {
        return SqliteStorage.open(path(url));
    }

    @Override
    public Storage openReadOnly(String url) {
        return SqliteStorage.openReadOnly(path(url));
    }

    private static Path path(String url) {
        String path = url.substring(SCHEME.length() + 1);
        if (path.isEmpty()) {
            throw new IllegalArgumentException("the URL " + url + " has no path; write sqlite:daybook.db");
        }
        return Path.of(path);
    }
}
