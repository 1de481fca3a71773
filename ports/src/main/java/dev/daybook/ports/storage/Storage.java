package dev.daybook.ports.storage;

import dev.daybook.ports.consumer.Consumers;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.LogContinuation;
import dev.daybook.ports.snapshot.Snapshots;
import dev.daybook.ports.view.Views;

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
        return Providers.of(url).open(url);
    }

    /**
     * Opens a log that exists for reading only, such as a copy that is to be examined and stay what it is: nothing is made, brought up to
     * date or written, and every call that would write is refused with {@link Fault#READ_ONLY}.
     *
     * @param url for example {@code sqlite:daybook.db}
     * @return the storage, to be closed
     * @throws StorageException if it cannot be opened, or there is no log
     * @throws IllegalArgumentException if no adapter takes the URL, or it names a log in memory
     */
    static Storage openReadOnly(String url) {
        return Providers.of(url).openReadOnly(url);
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
