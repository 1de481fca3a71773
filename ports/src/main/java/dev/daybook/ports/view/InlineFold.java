package dev.daybook.ports.view;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the rows of a view follow from events, for a storage that changes them in the same step in which it takes the events. It remembers
 * nothing from one call to the next, so that what it was told of an append that is not taken in the end does no harm. Safe for concurrent
 * use. It must not call the storage: its answer is waited for under the log's lock.
 */
public interface InlineFold {

    /**
     * Under which name the rows are kept, and how far the view has come.
     *
     * @return any Unicode text of 1 to 255 characters; nobody else's, also not a consumer's
     */
    String name();

    /**
     * Which events it has to be told of.
     *
     * @return the same at every call
     */
    Query query();

    /**
     * Rows to be changed when it begins to be kept.
     *
     * @return the changes, none unless overridden
     */
    default List<RowChange> beginning() {
        return List.of();
    }

    /**
     * Looks at events that are about to be stored together.
     *
     * @param events one or more that match, in the order of the log, with the positions they will have
     * @return what they come to
     * @throws RuntimeException if they cannot be read; they are then not stored
     */
    Step step(List<StoredEvent> events);

    /** What some events come to. */
    interface Step {

        /**
         * Which rows have to be known.
         *
         * @return their keys, any number
         */
        Set<String> keys();

        /**
         * What becomes of rows.
         *
         * @param rows those of the keys that there are, as the events before have left them
         * @return the changes, in order, of this view or of others that nobody else keeps
         * @throws RuntimeException if the events cannot be folded; they are then not stored
         */
        List<RowChange> changes(Map<String, ViewRow> rows);
    }
}
