package dev.daybook.console.api;

import dev.daybook.console.security.Role;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.console.web.Method;
import dev.daybook.console.web.Problem;
import dev.daybook.console.web.Route;
import dev.daybook.jackson.Rfc3339;
import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.EventLog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Appends events, as one step, on condition that an aggregate is where it is expected to be. */
final class AppendApi {

    private static final Set<String> EVENT = Set.of(
            "id",
            "aggregate_id",
            "type",
            "version",
            "payload",
            "timestamp",
            "correlation_id",
            "causation_id",
            "metadata",
            "tags");

    private final EventLog log;
    private final EventIds ids = new EventIds();

    AppendApi(EventLog log) {
        this.log = log;
    }

    List<Route> routes() {
        return List.of(Route.api(Method.POST, Api.ROOT + "/events", Role.WRITER, Set.of(), this::append));
    }

    private Answer append(Call call) {
        Bodily body = Bodily.of(call, Set.of("events", "expected_sequences"));
        List<JsonNode> sent = body.elements("events");
        if (sent.isEmpty()) {
            throw Problem.badRequest("expected an array of at least one event as events");
        }
        Optional<String> key = Optional.ofNullable(call.headers().get("idempotency-key"));
        Instant now = Instant.now();
        List<NewEvent> events = new ArrayList<>();
        for (JsonNode event : sent) {
            events.add(event(call, Bodily.of(event, EVENT), key, events.size(), now));
        }
        Append append = new Append(events, conditions(body));
        return switch (log.append(append)) {
            case AppendResult.Stored(List<StoredEvent> stored) -> answer(201, stored);
            case AppendResult.AlreadyStored(List<StoredEvent> stored) -> answer(200, stored);
            case AppendResult.Conflict conflict -> throw new Problem(409, "conflict", conflict.describe());
        };
    }

    private NewEvent event(Call call, Bodily event, Optional<String> key, int index, Instant now) {
        Metadata metadata = Metadata.by(call.caller().name());
        metadata = event.optional("correlation_id")
                .map(metadata::withCorrelationId)
                .orElse(metadata);
        metadata = event.optional("causation_id").map(metadata::withCausationId).orElse(metadata);
        for (Map.Entry<String, JsonNode> entry : event.fields("metadata").entrySet()) {
            metadata = metadata.with(entry.getKey(), Bodily.string(entry.getKey(), entry.getValue()));
        }
        Set<Tag> tags = new LinkedHashSet<>();
        event.elements("tags").forEach(tag -> tags.add(Tag.parse(Bodily.string("tags", tag))));
        JsonNode payload = event.node("payload").orElseThrow(() -> Bodily.missing("payload"));
        return new NewEvent(
                event.optional("id").map(AppendApi::uuid).orElseGet(() -> id(call, key, index)),
                event.text("aggregate_id"),
                new EventType(event.text("type"), version(event)),
                Payload.json(payload.toString()),
                event.optional("timestamp").map(AppendApi::time).orElseGet(() -> timestamp(key, now)),
                metadata,
                tags);
    }

    /** The same key gives the same ids, so that the log knows an append that is sent again. */
    private UUID id(Call call, Optional<String> key, int index) {
        return key.map(text -> UUID.nameUUIDFromBytes(
                        (call.caller().name() + '\n' + text + '\n' + index).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(ids::next);
    }

    /** What is sent again has to be the same to the last byte, and now is another time. */
    private static Instant timestamp(Optional<String> key, Instant now) {
        if (key.isPresent()) {
            throw Problem.badRequest(
                    "with an Idempotency-Key, give each event its timestamp, so that it is the same when it is sent again");
        }
        return now;
    }

    private static int version(Bodily event) {
        long version = event.number("version").orElse(1L);
        if (version < 1 || version > Integer.MAX_VALUE) {
            throw Call.wrong("version", "a number from 1 to " + Integer.MAX_VALUE, Long.toString(version));
        }
        return (int) version;
    }

    private static UUID uuid(String text) {
        try {
            UUID id = UUID.fromString(text);
            // Shorter texts are completed by Java.
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException none) {
            // told below
        }
        throw Call.wrong("id", "a UUID", text);
    }

    private static Instant time(String text) {
        try {
            return Rfc3339.parse(text);
        } catch (RuntimeException e) {
            throw Call.wrong("timestamp", "a time as RFC 3339 has it", text);
        }
    }

    private static List<Condition> conditions(Bodily body) {
        List<Condition> conditions = new ArrayList<>();
        body.fields("expected_sequences")
                .forEach((aggregate, sequence) ->
                        conditions.add(Condition.expectedSequence(aggregate, Bodily.number(aggregate, sequence))));
        return conditions;
    }

    private static Answer answer(int status, List<StoredEvent> stored) {
        return Answer.json(status, out -> {
            out.writeStartObject();
            out.writeName("events");
            out.writeStartArray();
            for (StoredEvent event : stored) {
                out.writeStartObject();
                out.writeStringProperty("id", event.id().toString());
                out.writeStringProperty("aggregate_id", event.aggregateId());
                out.writeNumberProperty("sequence", event.sequence());
                out.writeNumberProperty("position", event.position());
                out.writeStringProperty("recorded_at", Rfc3339.format(event.recordedAt()));
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }
}
