package dev.daybook.console.page;

import dev.daybook.console.reading.ShownEvent;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An event as the pages show it.
 *
 * @param hue the class of the colour of its type
 * @param description what happened, in words
 * @param json the whole event, one line for each value
 */
public record EventRow(
        long position,
        long sequence,
        String id,
        Time happened,
        Time recorded,
        Link type,
        String hue,
        Link aggregate,
        Optional<Link> actor,
        Optional<Link> correlation,
        Optional<Link> causation,
        List<Link> tags,
        Map<String, String> entries,
        String description,
        String json,
        String permalink,
        String aggregatePage) {

    private static final int HUES = 8;

    /** Longer ones are shown on the event's own page. */
    private static final int LONGEST_IN_A_LIST = 6_000;

    static EventRow of(ShownEvent shown, String base, Instant now) {
        StoredEvent event = shown.event();
        Metadata metadata = event.metadata();
        return new EventRow(
                event.position(),
                event.sequence(),
                event.id().toString(),
                Time.of(event.timestamp(), now),
                Time.of(event.recordedAt(), now),
                filter(base, "type", event.type().name()),
                hue(event.type().name()),
                filter(base, "aggregate", event.aggregateId()),
                metadata.actor().map(actor -> filter(base, "actor", actor)),
                metadata.correlationId().map(id -> filter(base, "correlation", id)),
                metadata.causationId().map(id -> filter(base, "causation", id)),
                event.tags().stream()
                        .map(Object::toString)
                        .sorted()
                        .map(tag -> filter(base, "tag", tag))
                        .toList(),
                metadata.entries(),
                Visible.prose(Summary.of(shown)),
                PrettyJson.of(shown.json()),
                Url.of(base, "/event").with("position", event.position()).toString(),
                Url.of(base, "/aggregate")
                        .with("id", event.aggregateId())
                        .with("step", event.sequence())
                        .toString());
    }

    private static Link filter(String base, String parameter, String value) {
        return new Link(
                Visible.name(value), Url.of(base, "/").with(parameter, value).toString());
    }

    /** The same colour for the same type, on every page and every day. */
    static String hue(String type) {
        return "t" + Math.floorMod((type.hashCode() * 0x9E3779B1) >>> 16, HUES);
    }

    public boolean isLong() {
        return json.length() > LONGEST_IN_A_LIST;
    }

    public String jsonInAList() {
        return isLong() ? json.substring(0, LONGEST_IN_A_LIST) : json;
    }
}
