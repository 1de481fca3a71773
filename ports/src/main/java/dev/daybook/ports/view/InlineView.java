package dev.daybook.ports.view;

/** A view that is kept inline by this process, until it is closed. Safe for concurrent use. */
public interface InlineView extends AutoCloseable {

    /**
     * Folds what was appended by processes that do not keep the view, if anything was. Each append of this process does the same before it
     * adds its own.
     *
     * @throws InlineViewException if an event cannot be folded
     * @throws dev.daybook.ports.storage.StorageException if the engine cannot do its work
     */
    void catchUp();

    /** Keeps the view no longer in this process: what it appends from now on is not in it. */
    @Override
    void close();
}
