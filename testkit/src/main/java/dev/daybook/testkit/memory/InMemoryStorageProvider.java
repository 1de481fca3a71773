package dev.daybook.testkit.memory;

import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageProvider;

/** Makes an empty {@link InMemoryStorage} for the URL {@code memory:}; each one is a log of its own. */
public final class InMemoryStorageProvider implements StorageProvider {

    /** For the service loader. */
    public InMemoryStorageProvider() {}

    @Override
    public String scheme() {
        return "memory";
    }

    @Override
    public Storage open(String url) {
        if (!url.equals("memory:")) {
            throw new IllegalArgumentException(
                    "the URL of an in-memory storage is memory: and nothing else, not " + url);
        }
        return new InMemoryStorage();
    }
}
