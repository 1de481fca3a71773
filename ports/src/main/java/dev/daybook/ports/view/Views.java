package dev.daybook.ports.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the rows of views. What changes them goes with the checkpoint of whoever keeps the view, see
 * {@link dev.daybook.ports.consumer.Consumers#commit}, or with the events themselves, see {@link #keepInline}. Safe for concurrent use.
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
     * Every row in the order of the keys, read a page at a time: rows that are changed meanwhile are given as they were or as they are.
     *
     * @param view the view's name
     * @return a sequential stream, to be used once; it holds nothing that had to be closed
     */
    default Stream<ViewRow> all(String view) {
        int size = 1_000;
        return Stream.iterate(
                        page(view, "", size),
                        page -> !page.isEmpty(),
                        page -> page(view, page.getLast().key(), size))
                .flatMap(List::stream);
    }

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

    /**
     * Keeps a view inline: from now on, each append of this storage changes its rows in the same step, so that whoever has appended finds
     * in them what he has appended. First the rows are brought up to the log's end, some events at a time.
     *
     * <p>An append whose events cannot be folded throws an {@link InlineViewException}, and nothing of it is stored; appends at the same
     * time as it are not touched. How far the view has come is kept beside its rows, as a consumer of its name that nobody has: what was
     * appended by a process that does not keep the view is folded, in its order, by the next append of one which does.
     *
     * @param fold how its rows follow from the events
     * @return ends it
     * @throws InlineViewException if an event of the log cannot be folded; the view is then not kept
     * @throws IllegalStateException if this storage keeps a view of that name inline already
     */
    InlineView keepInline(InlineFold fold);
}
