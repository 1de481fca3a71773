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

    /**
     * Opens the log that is in a place already, for reading only: nothing is made, brought up to date or written, and every call that
     * would write is refused with {@link Fault#READ_ONLY}.
     *
     * @param url a URL of this scheme
     * @return the storage, to be closed
     * @throws StorageException if it cannot be opened, or there is no log
     * @throws IllegalArgumentException if the URL is not of the adapter's form, or names a log that nobody else can have made, as one in
     *     memory
     */
    default Storage openReadOnly(String url) {
        throw new IllegalArgumentException(
                "the adapter of " + scheme() + ": opens no log for reading only; open it for writing");
    }
}
