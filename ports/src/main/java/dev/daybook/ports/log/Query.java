package dev.daybook.ports.log;

import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which events: those that meet at least one of the criteria.
 *
 * @param anyOf the alternatives, at least one
 */
public record Query(List<Criteria> anyOf) {

    private static final Query ALL = of(Criteria.any());

    /**
     * Takes a copy.
     *
     * @throws IllegalArgumentException if there are no criteria
     */
    public Query {
        anyOf = List.copyOf(anyOf);
        if (anyOf.isEmpty()) {
            throw new IllegalArgumentException("a query without criteria; Query.all() asks for every event");
        }
    }

    /**
     * Every event.
     *
     * @return the query without a restriction
     */
    public static Query all() {
        return ALL;
    }

    /**
     * The events that meet at least one of these.
     *
     * @param anyOf the alternatives
     * @return the query
     */
    public static Query of(Criteria... anyOf) {
        return new Query(List.of(anyOf));
    }

    /**
     * The events of one aggregate.
     *
     * @param id the aggregate
     * @return the query
     */
    public static Query aggregate(String id) {
        return of(Criteria.any().aggregates(id));
    }

    /**
     * The events of these types, in whatever version.
     *
     * @param names event type names
     * @return the query
     */
    public static Query types(String... names) {
        return of(Criteria.any().types(names));
    }

    /**
     * The events that bear all of these tags.
     *
     * @param all tags
     * @return the query
     */
    public static Query tags(Tag... all) {
        return of(Criteria.any().tags(all));
    }

    /**
     * The events with this metadata.
     *
     * @param parts what must be the same in the event's
     * @return the query
     */
    public static Query metadata(Metadata parts) {
        return of(Criteria.any().metadata(parts));
    }

    /**
     * The events of this query and those of another.
     *
     * @param other further alternatives
     * @return the query for both
     */
    public Query or(Query other) {
        Set<Criteria> both = new LinkedHashSet<>(anyOf);
        both.addAll(other.anyOf);
        return new Query(List.copyOf(both));
    }

    /**
     * Whether an event is asked for. This is the definition of what a read answers; an engine may find the events by any means.
     *
     * @param event an event of the log
     * @return true if it meets one of the alternatives
     */
    public boolean matches(StoredEvent event) {
        for (Criteria criteria : anyOf) {
            if (criteria.matches(event)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return anyOf.stream().map(Query::describe).collect(Collectors.joining(" or "));
    }

    private static String describe(Criteria criteria) {
        if (criteria.equals(Criteria.any())) {
            return "any event";
        }
        StringBuilder text = new StringBuilder();
        append(text, "aggregate", criteria.aggregates());
        append(text, "type", criteria.types());
        append(text, "tags", criteria.tags());
        if (!criteria.metadata().isEmpty()) {
            append(text, "metadata", Set.of(criteria.metadata()));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String what, Set<?> values) {
        if (!values.isEmpty()) {
            text.append(text.isEmpty() ? "" : ", ").append(what).append(' ');
            text.append(values.stream().map(Object::toString).sorted().collect(Collectors.joining(" ")));
        }
    }
}
