package dev.daybook.ports.log;

import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import java.util.Set;

/**
 * What one event must have, all of it together. An empty set asks for nothing.
 *
 * @param aggregates it belongs to one of these
 * @param types its type has one of these names, in whatever version
 * @param tags it bears all of these
 * @param metadata each part named here is the same in its metadata
 */
public record Criteria(Set<String> aggregates, Set<String> types, Set<Tag> tags, Metadata metadata) {

    private static final Criteria ANY = new Criteria(Set.of(), Set.of(), Set.of(), Metadata.none());

    /** Takes copies. */
    public Criteria {
        aggregates = Set.copyOf(aggregates);
        types = Set.copyOf(types);
        tags = Set.copyOf(tags);
    }

    /**
     * What every event meets.
     *
     * @return criteria that ask for nothing
     */
    public static Criteria any() {
        return ANY;
    }

    /**
     * The same, of one of these aggregates.
     *
     * @param ids aggregate ids, replacing earlier ones
     * @return a changed copy
     */
    public Criteria aggregates(String... ids) {
        return new Criteria(Set.of(ids), types, tags, metadata);
    }

    /**
     * The same, of one of these types.
     *
     * @param names event type names, replacing earlier ones
     * @return a changed copy
     */
    public Criteria types(String... names) {
        return new Criteria(aggregates, Set.of(names), tags, metadata);
    }

    /**
     * The same, with all of these tags.
     *
     * @param all tags, replacing earlier ones
     * @return a changed copy
     */
    public Criteria tags(Tag... all) {
        return new Criteria(aggregates, types, Set.of(all), metadata);
    }

    /**
     * The same, with this metadata.
     *
     * @param parts what must be the same in the event's, replacing earlier ones
     * @return a changed copy
     */
    public Criteria metadata(Metadata parts) {
        return new Criteria(aggregates, types, tags, parts);
    }

    /**
     * Whether an event has it all.
     *
     * @param event an event of the log
     * @return true if it does
     */
    public boolean matches(StoredEvent event) {
        return (aggregates.isEmpty() || aggregates.contains(event.aggregateId()))
                && (types.isEmpty() || types.contains(event.type().name()))
                && event.tags().containsAll(tags)
                && metadata.isContainedIn(event.metadata());
    }
}
