package dev.daybook.jackson.export;

import dev.daybook.jackson.JsonText;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;

/** Copies a payload token by token and masks on the way, so that every number that stays is the same text. */
final class Masking {

    private static final Payload WHOLE = Payload.json('"' + Redaction.MASK + '"');

    private final List<Pattern> patterns;
    private final Set<Pattern> found = new HashSet<>();
    private final List<String> masked = new ArrayList<>();
    private final List<String> path = new ArrayList<>();

    private Masking(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    static Redacted whole(StoredEvent event) {
        return new Redacted(with(event, WHOLE), List.of(""));
    }

    static Redacted apply(StoredEvent event, List<Pattern> patterns, List<Pattern> required) {
        byte[] bytes = event.payload().bytes();
        if (!JsonText.isJson(bytes)) {
            return whole(event);
        }
        Masking masking = new Masking(patterns);
        byte[] copy;
        try {
            copy = masking.copyAll(bytes);
        } catch (JacksonException e) {
            return whole(event);
        }
        if (!masking.found.containsAll(required)) {
            return whole(event);
        }
        return masking.masked.isEmpty()
                ? new Redacted(event, List.of())
                : new Redacted(
                        with(event, Payload.of(event.payload().contentType(), copy)), List.copyOf(masking.masked));
    }

    private static StoredEvent with(StoredEvent event, Payload payload) {
        NewEvent e = event.event();
        NewEvent changed =
                new NewEvent(e.id(), e.aggregateId(), e.type(), payload, e.timestamp(), e.metadata(), e.tags());
        return new StoredEvent(event.position(), event.sequence(), event.recordedAt(), changed);
    }

    private byte[] copyAll(byte[] bytes) {
        ByteArrayOutputStream copy = new ByteArrayOutputStream(bytes.length);
        try (JsonParser in = JsonLine.FACTORY.createParser(JsonLine.READING, bytes);
                JsonGenerator out = JsonLine.FACTORY.createGenerator(ObjectWriteContext.empty(), copy)) {
            in.nextToken();
            copy(in, out);
        }
        return copy.toByteArray();
    }

    /** Recursive, as deep as the parser takes at most. */
    private void copy(JsonParser in, JsonGenerator out) {
        if (isMasked()) {
            in.skipChildren();
            masked.add(Pattern.pointer(path));
            out.writeString(Redaction.MASK);
            return;
        }
        switch (in.currentToken()) {
            case START_OBJECT -> fields(in, out);
            case START_ARRAY -> elements(in, out);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> out.writeNumber(in.getString());
            default -> out.copyCurrentEvent(in);
        }
    }

    private boolean isMasked() {
        boolean any = false;
        for (Pattern pattern : patterns) {
            if (pattern.matches(path)) {
                found.add(pattern);
                any = true;
            }
        }
        return any;
    }

    private void fields(JsonParser in, JsonGenerator out) {
        out.writeStartObject();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            out.writeName(name);
            in.nextToken();
            within(name, in, out);
        }
        out.writeEndObject();
    }

    private void elements(JsonParser in, JsonGenerator out) {
        out.writeStartArray();
        for (int index = 0; in.nextToken() != JsonToken.END_ARRAY; index++) {
            within(Integer.toString(index), in, out);
        }
        out.writeEndArray();
    }

    private void within(String step, JsonParser in, JsonGenerator out) {
        path.add(step);
        copy(in, out);
        path.remove(path.size() - 1);
    }
}
