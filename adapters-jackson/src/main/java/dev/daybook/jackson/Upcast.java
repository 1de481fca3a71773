package dev.daybook.jackson;

import dev.daybook.ports.event.EventType;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * One step from how events of a type were once written to how they are written now. Steps are chained when an event is read; what
 * is stored is never rewritten.
 *
 * <p>A step gets the JSON of one event, which is its own to change and give back. It is pure: the same event always becomes the
 * same.
 */
public final class Upcast {

    private final EventType from;
    private final Set<EventType> into;
    private final Function<ObjectNode, List<Part>> step;

    private Upcast(EventType from, Set<EventType> into, Function<ObjectNode, List<Part>> step) {
        this.from = from;
        this.into = Set.copyOf(into);
        this.step = step;
    }

    /**
     * One of the events that an event is split into.
     *
     * @param type what kind of event it is, in which version
     * @param content its JSON
     */
    public record Part(EventType type, ObjectNode content) {}

    /**
     * To the next version of the same type.
     *
     * @param name the type's name
     * @param version the version that is brought up to the next
     * @param change what becomes of the JSON
     * @return the step
     */
    public static Upcast of(String name, int version, UnaryOperator<ObjectNode> change) {
        return renamed(new EventType(name, version), new EventType(name, version + 1), change);
    }

    /**
     * To another type, with the same content.
     *
     * @param from the type as it was
     * @param into the type it is now
     * @return the step
     */
    public static Upcast renamed(EventType from, EventType into) {
        return renamed(from, into, UnaryOperator.identity());
    }

    /**
     * To another type, with a changed content.
     *
     * @param from the type as it was
     * @param into the type it is now
     * @param change what becomes of the JSON
     * @return the step
     */
    public static Upcast renamed(EventType from, EventType into, UnaryOperator<ObjectNode> change) {
        return new Upcast(from, Set.of(into), json -> List.of(new Part(into, change.apply(json))));
    }

    /**
     * To several events, or as many as the content asks for.
     *
     * @param from the type as it was
     * @param into every type that can come of it
     * @param step the events that come of the JSON, in order
     * @return the step
     */
    public static Upcast split(EventType from, Set<EventType> into, Function<ObjectNode, List<Part>> step) {
        return new Upcast(from, into, step);
    }

    /**
     * To nothing: such events are in the log, and no fold sees them any more.
     *
     * @param from the type as it was
     * @return the step
     */
    public static Upcast dropped(EventType from) {
        return new Upcast(from, Set.of(), json -> List.of());
    }

    EventType from() {
        return from;
    }

    Set<EventType> into() {
        return into;
    }

    List<Part> apply(ObjectNode json) {
        List<Part> parts = step.apply(json);
        for (Part part : parts) {
            if (!into.contains(part.type())) {
                throw new Mismatch("the upcaster of " + from + " gives a " + part.type() + ", but names only " + into
                        + " as what can come of it");
            }
        }
        return parts;
    }
}
