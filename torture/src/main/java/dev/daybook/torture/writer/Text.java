package dev.daybook.torture.writer;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Appends and events in one line. An append is {@code ID@AGGREGATE,...;CONDITION;...}, a condition {@code seq:AGGREGATE:SEQUENCE}
 * or {@code tag:KEY:VALUE:POSITION}; stored events are {@code ID@AGGREGATE=POSITION:SEQUENCE:MICROSECONDS,...}.
 */
final class Text {

    private Text() {}

    static String of(Append append) {
        String events = append.events().stream()
                .map(event -> event.id() + "@" + event.aggregateId())
                .collect(Collectors.joining(","));
        return events
                + append.conditions().stream()
                        .map(condition -> ";" + of(condition))
                        .collect(Collectors.joining());
    }

    private static String of(Condition condition) {
        return switch (condition) {
            case Condition.ExpectedSequence(String id, long sequence) -> "seq:" + id + ":" + sequence;
            case Condition.NoneMatching(Query query, long position) ->
                "tag:" + tag(query).key() + ":" + tag(query).value() + ":" + position;
        };
    }

    private static Tag tag(Query query) {
        return query.anyOf().getFirst().tags().iterator().next();
    }

    static Append append(String text) {
        String[] parts = text.split(";", -1);
        List<NewEvent> events =
                Arrays.stream(parts[0].split(",", -1)).map(Text::event).toList();
        List<Condition> conditions = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            conditions.add(condition(parts[i].split(":", -1)));
        }
        return new Append(events, conditions);
    }

    private static NewEvent event(String text) {
        String[] parts = text.split("@", -1);
        return Content.event(UUID.fromString(parts[0]), parts[1]);
    }

    private static Condition condition(String[] parts) {
        return parts[0].equals("seq")
                ? Condition.expectedSequence(parts[1], Long.parseLong(parts[2]))
                : Condition.noneMatchingAfter(Query.tags(Tag.of(parts[1], parts[2])), Long.parseLong(parts[3]));
    }

    static String of(List<StoredEvent> events) {
        return events.stream()
                .map(event -> event.id() + "@" + event.aggregateId() + "=" + event.position() + ":" + event.sequence()
                        + ":" + Timestamps.toMicros(event.recordedAt()))
                .collect(Collectors.joining(","));
    }

    static List<StoredEvent> stored(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(Text::storedEvent).toList();
    }

    private static StoredEvent storedEvent(String text) {
        String[] parts = text.split("[=:]", -1);
        return new StoredEvent(
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Timestamps.ofMicros(Long.parseLong(parts[3])),
                event(parts[0]));
    }
}
