package dev.daybook.ports.storage;

/** Opens storages of one scheme; an adapter registers its own for {@link java.util.ServiceLoader}. */
public interface StorageProvider {

    /**
     * Which URLs it takes.
     *
     * @return the part before the first colon, such as {@code sqlite}
     */
    String scheme();

    /**
     * Opens what a URL names.
     *
     * @param url a URL of this scheme
     * @return the storage, to be closed
     * @throws StorageException if it cannot be opened
     * @throws IllegalArgumentException if the URL is not of the adapter's form
     */
    Storage open(String url);
}
