package dev.daybook.jooq;

import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What the label index holds for an event: {@code t:} and a tag, {@code a:} and the actor, {@code c:} and the correlation id,
 * {@code d:} and the causation id (what it was done for). Free-form entries are not in it.
 */
final class Labels {

    private Labels() {}

    static List<String> of(NewEvent event) {
        return of(event.tags(), event.metadata());
    }

    /** The rarest kind first, as far as one can know. */
    static List<String> of(Collection<Tag> tags, Metadata metadata) {
        if (tags.isEmpty() && metadata.isEmpty()) {
            return List.of();
        }
        List<String> labels = new ArrayList<>();
        metadata.causationId().ifPresent(id -> labels.add("d:" + id));
        metadata.correlationId().ifPresent(id -> labels.add("c:" + id));
        for (Tag tag : tags) {
            labels.add("t:" + tag);
        }
        metadata.actor().ifPresent(actor -> labels.add("a:" + actor));
        return labels;
    }
}
