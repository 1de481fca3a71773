package dev.daybook.ports.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the rows of views. What changes them goes with the checkpoint of whoever keeps the view, see
 * {@link dev.daybook.ports.consumer.Consumers#commit}. Safe for concurrent use.
 *
 * <p>Every call throws a {@link dev.daybook.ports.storage.StorageException} if the engine cannot do its work.
 */
public interface Views {

    /**
     * The rows of these keys.
     *
     * @param view the view's name
     * @param keys any number of keys
     * @return the rows that there are, by their keys
     */
    Map<String, ViewRow> find(String view, Set<String> keys);

    /**
     * The row of a key.
     *
     * @param view the view's name
     * @param key the key
     * @return the row, if there is one
     */
    default Optional<ViewRow> find(String view, String key) {
        return Optional.ofNullable(find(view, Set.of(key)).get(key));
    }

    /**
     * The next rows in the order of their keys, character by character (code points).
     *
     * @param view the view's name
     * @param afterKey rows behind this key, not it; empty for the first
     * @param limit how many at most
     * @return the rows
     */
    List<ViewRow> page(String view, String afterKey, int limit);

    /**
     * The next rows in the order of what they are sorted by, character by character, and of their keys where that is the same.
     *
     * @param view the view's name
     * @param after rows behind this one, see {@link SortKey#from}
     * @param toSort rows whose {@link ViewRow#sort} is at most this
     * @param limit how many at most
     * @return the rows
     */
    List<ViewRow> sorted(String view, SortKey after, String toSort, int limit);
}
