package dev.daybook.jooq;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.util.List;

/**
 * What a walk lets through: in the database as much as it has columns or an index for, and then, exactly, what the query and the
 * range say.
 */
record Filter(Query query, Range range, List<String> labels, List<Long> types, List<Long> aggregates) {

    /** More than this are left to {@link #accepts}, so that there are few shapes of SQL. */
    private static final int IN_SQL = Padding.MOST;

    Filter {
        labels = labels.size() > IN_SQL ? labels.subList(0, IN_SQL) : labels;
        types = padded(types);
        aggregates = padded(aggregates);
    }

    boolean accepts(StoredEvent event) {
        return range.contains(event) && query.matches(event);
    }

    boolean isTimed() {
        return !range.timestamps().isAlways();
    }

    Shape shape(Source source) {
        return new Shape(source.kind(), labels.size(), types.size(), aggregates.size(), isTimed(), range.direction());
    }

    void addArguments(List<Object> arguments) {
        arguments.addAll(labels);
        arguments.addAll(types);
        arguments.addAll(aggregates);
        if (isTimed()) {
            arguments.add(Timestamps.toMicros(range.timestamps().from()));
            arguments.add(Timestamps.toMicros(range.timestamps().to()));
        }
    }

    private static List<Long> padded(List<Long> keys) {
        return keys.isEmpty() || keys.size() > IN_SQL ? List.of() : Padding.of(keys);
    }
}
