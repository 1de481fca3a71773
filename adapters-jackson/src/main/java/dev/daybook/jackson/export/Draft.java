package dev.daybook.jackson.export;

import dev.daybook.jackson.Rfc3339;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.event.Timestamps;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fields of a line while it is read, under their names, and the event they make. */
final class Draft {

    private static final int UUID_LENGTH = 36;

    private final Map<String, String> texts = new HashMap<>();
    private byte @Nullable [] payload;
    private Map<String, String> entries = Map.of();
    private Set<Tag> tags = Set.of();

    /** The names that a format has for what every event has. */
    record Names(
            String id,
            String aggregate,
            String timestamp,
            String recordedAt,
            String version,
            String correlation,
            String causation,
            String contentType) {}

    void text(String name, String value) {
        if (texts.put(name, value) != null) {
            throw new BadLine("the field \"" + name + "\" is there twice");
        }
    }

    void payload(byte[] bytes) {
        if (payload != null) {
            throw new BadLine("there are two payloads");
        }
        payload = bytes;
    }

    void entries(Map<String, String> all) {
        entries = all;
    }

    void tags(Iterable<String> all) {
        Set<Tag> parsed = new LinkedHashSet<>();
        all.forEach(text -> parsed.add(Tag.parse(text)));
        tags = parsed;
    }

    @Nullable
    String get(String name) {
        return texts.get(name);
    }

    StoredEvent finish(Names names) {
        if (payload == null) {
            throw missing("a payload");
        }
        List.of(names.aggregate(), names.recordedAt(), names.version(), "position", "sequence")
                .forEach(this::required);
        NewEvent event = new NewEvent(
                uuid(required(names.id())),
                required(names.aggregate()),
                new EventType(required("type"), (int) number(names.version(), Integer.MAX_VALUE)),
                Payload.of(required(names.contentType()), payload),
                time(names.timestamp()),
                metadata(names),
                tags);
        return new StoredEvent(
                number("position", Long.MAX_VALUE),
                number("sequence", Long.MAX_VALUE),
                time(names.recordedAt()),
                event);
    }

    private Metadata metadata(Names names) {
        Metadata metadata = Metadata.none();
        String actor = get("actor");
        String correlation = get(names.correlation());
        String causation = get(names.causation());
        metadata = actor == null ? metadata : metadata.withActor(actor);
        metadata = correlation == null ? metadata : metadata.withCorrelationId(correlation);
        metadata = causation == null ? metadata : metadata.withCausationId(causation);
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            metadata = metadata.with(entry.getKey(), entry.getValue());
        }
        return metadata;
    }

    String required(String name) {
        String text = texts.get(name);
        if (text == null) {
            throw missing("the field \"" + name + "\"");
        }
        return text;
    }

    private static BadLine missing(String what) {
        return new BadLine(
                "expected " + what + ", which every line of a Daybook export has; it is from somewhere else and "
                        + "cannot be imported as it is");
    }

    private Instant time(String name) {
        return Timestamps.normal(Rfc3339.parse(required(name)));
    }

    private long number(String name, long most) {
        String text = required(name);
        boolean digits = !text.isEmpty() && text.length() < 20 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        BigInteger number = digits ? new BigInteger(text) : BigInteger.ZERO;
        if (number.signum() < 1 || number.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new BadLine(
                    "expected a number from 1 to " + most + " as \"" + name + "\", found " + Values.shortened(text));
        }
        return number.longValueExact();
    }

    private static UUID uuid(String text) {
        if (text.length() != UUID_LENGTH) {
            throw new BadLine("expected a UUID as the id, found " + Values.shortened(text));
        }
        return UUID.fromString(text);
    }
}
