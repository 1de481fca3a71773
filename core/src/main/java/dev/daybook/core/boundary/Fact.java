package dev.daybook.core.boundary;

import dev.daybook.ports.event.Tag;
import java.util.Set;

/**
 * An event that was decided, with its place.
 *
 * @param aggregateId the stream it belongs to
 * @param event the user's object
 * @param tags the labels by which queries find it
 * @param <E> the events
 */
public record Fact<E>(String aggregateId, E event, Set<Tag> tags) {

    /** Takes a copy. */
    public Fact {
        tags = Set.copyOf(tags);
    }

    /**
     * A fact.
     *
     * @param aggregateId the stream it belongs to
     * @param event the user's object
     * @param tags the labels by which queries find it
     * @param <E> the events
     * @return the fact
     */
    public static <E> Fact<E> of(String aggregateId, E event, Tag... tags) {
        return new Fact<>(aggregateId, event, Set.of(tags));
    }
}
