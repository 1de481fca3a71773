package dev.daybook.jooq;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the labels of the newest events stand, so that a condition on what was decided a moment ago need not ask for it. It is
 * complete behind one position, which moves up when there are too many labels.
 */
final class RecentLabels {

    private static final int MOST = 1 << 14;

    private final LinkedHashMap<String, Long> newest = new LinkedHashMap<>();
    private long completeBehind;

    /** Begins anew at the head of a log. */
    void reset(long head) {
        newest.clear();
        completeBehind = head;
    }

    void add(List<Draft.Row> rows) {
        for (Draft.Row row : rows) {
            for (String label : Labels.of(row.event().event())) {
                newest.remove(label);
                newest.put(label, row.event().position());
            }
        }
        while (newest.size() > MOST) {
            Map.Entry<String, Long> eldest = newest.pollFirstEntry();
            completeBehind = eldest.getValue();
        }
    }

    /** Whether an event behind a position has the label, as far as that is certain. */
    boolean isBehind(String label, long position) {
        return newest.getOrDefault(label, 0L) > position;
    }

    /** Whether every label behind a position is known. */
    boolean isCompleteBehind(long position) {
        return position >= completeBehind;
    }
}
