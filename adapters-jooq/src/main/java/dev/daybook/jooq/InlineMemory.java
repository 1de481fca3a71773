package dev.daybook.jooq;

import dev.daybook.ports.view.InlineFold;
import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.ViewRow;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the leader remembers of the views that are kept inline, from one group to the next. True only as long as the log's head is where
 * it was left: nobody else changes rows of a view that has come as far as the log. Used under the log's lock alone.
 */
final class InlineMemory {

    private static final int ROWS = 10_000;
    private static final long UNKNOWN = -1;

    private final Map<RowWriter.Place, ViewRow> rows = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RowWriter.Place, ViewRow> eldest) {
            return size() > ROWS;
        }
    };
    private final Map<String, Long> views = new HashMap<>();
    private List<InlineFold> folds = List.of();
    private long foldedTo = UNKNOWN;

    /** Whether these views are all folded up to a position. */
    boolean isFolded(List<InlineFold> kept, long position) {
        return foldedTo == position && folds.equals(kept);
    }

    /** A row as it is stored, if it is remembered. */
    @Nullable
    ViewRow row(RowWriter.Place place) {
        return rows.get(place);
    }

    /** The numbers of views, as far as they are known. */
    Map<String, Long> views() {
        return views;
    }

    /** The number of a view that is known. */
    long number(String view) {
        return Objects.requireNonNull(views.get(view), view);
    }

    /** Takes over what has been committed. */
    void accept(List<InlineFold> kept, long head, Map<RowWriter.Place, RowChange> changed) {
        folds = kept;
        foldedTo = head;
        changed.forEach((place, change) -> {
            switch (change) {
                case RowChange.Put put -> rows.put(place, put.row());
                case RowChange.Remove remove -> rows.remove(place);
            }
        });
    }

    /** Nothing is certain any more. */
    void forget() {
        foldedTo = UNKNOWN;
        rows.clear();
        views.clear();
    }
}
