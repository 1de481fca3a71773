package dev.daybook.ports.storage;

import dev.daybook.ports.consumer.Consumers;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.LogContinuation;
import dev.daybook.ports.snapshot.Snapshots;
import dev.daybook.ports.view.Views;
import java.util.ServiceLoader;
import java.util.TreeSet;

/** An engine that keeps one log and its snapshots. Safe for concurrent use. */
public interface Storage extends AutoCloseable {

    /**
     * Opens what a URL names, through the adapters on the class path.
     *
     * @param url for example {@code sqlite:daybook.db}
     * @return the storage, to be closed
     * @throws StorageException if it cannot be opened
     * @throws IllegalArgumentException if no adapter takes the URL
     */
    static Storage open(String url) {
        TreeSet<String> schemes = new TreeSet<>();
        for (StorageProvider provider : ServiceLoader.load(StorageProvider.class)) {
            if (url.startsWith(provider.scheme() + ":")) {
                return provider.open(url);
            }
            schemes.add(provider.scheme() + ":");
        }
        int colon = url.indexOf(':');
        throw new IllegalArgumentException("no adapter takes "
                + (colon < 0
                        ? "the URL " + url + ", which has no scheme"
                        : "URLs of the scheme " + url.substring(0, colon + 1))
                + "; on the class path are " + schemes + ". Add the adapter's dependency (sqlite: is in "
                + "dev.daybook:daybook-adapters-sqlite) or correct the URL");
    }

    /**
     * The log.
     *
     * @return the one log of this storage
     */
    EventLog log();

    /**
     * What continues the log with the history of another one.
     *
     * @return the way in for events that keep position and recordedAt
     */
    LogContinuation continuation();

    /**
     * The snapshots.
     *
     * @return the snapshots beside the log
     */
    Snapshots snapshots();

    /**
     * The consumers of the log.
     *
     * @return how far each has come, and who may go on
     */
    Consumers consumers();

    /**
     * What consumers have made of the log.
     *
     * @return the views beside the log
     */
    Views views();

    /**
     * What this storage is and states.
     *
     * @return engine, place, durability and limits
     */
    StorageDescription description();

    /** Lets appends under way finish and gives everything back. A call afterwards fails with {@link Fault#CLOSED}. */
    @Override
    void close();
}
