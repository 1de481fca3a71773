package dev.daybook.testkit.memory;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Storages that keep something else than what they were given. */
final class BrokenContents {

    private BrokenContents() {}

    static List<Broken> all() {
        return List.of(
                changing(
                        "forgets microseconds",
                        "Promise07Time",
                        "timestamps_come_back_to_the_microsecond_however_far_away",
                        event -> at(event, event.timestamp().truncatedTo(ChronoUnit.MILLIS))),
                changing(
                        "cuts times before 1970 towards the future",
                        "Promise07Time",
                        "what_is_finer_than_a_microsecond_is_cut_towards_the_past",
                        event -> event.timestamp().isBefore(Instant.EPOCH)
                                ? at(event, event.timestamp().plusNanos(1_000))
                                : event),
                changing(
                        "folds the case of ids",
                        "Promise10Unicode",
                        "any_text_names_an_aggregate_of_its_own",
                        event -> named(event, event.aggregateId().toLowerCase(Locale.ROOT))),
                changing(
                        "trims ids",
                        "Promise10Unicode",
                        "any_text_names_an_aggregate_of_its_own",
                        event -> named(event, trimmed(event.aggregateId()))),
                changing(
                        "normalises Unicode",
                        "Promise10Unicode",
                        "conditions_tell_apart_what_only_looks_alike",
                        event -> named(event, Normalizer.normalize(event.aggregateId(), Normalizer.Form.NFC))),
                changing("drops tags", "Promise09Reading", "events_are_found_by_all_tags_asked_for", NewEvent::tagged),
                changing(
                        "keeps one tag of several",
                        "Promise10Bounded",
                        "tags_are_taken_up_to_their_limit",
                        event -> new NewEvent(
                                event.id(),
                                event.aggregateId(),
                                event.type(),
                                event.payload(),
                                event.timestamp(),
                                event.metadata(),
                                event.tags().stream().limit(1).collect(Collectors.toSet()))),
                changing(
                        "drops empty metadata values",
                        "Promise10Unicode",
                        "any_text_stands_in_metadata",
                        BrokenContents::withoutEmptyValues),
                changing(
                        "forgets a type's version",
                        "Promise10Bounded",
                        "a_type_keeps_its_version",
                        event -> new NewEvent(
                                event.id(),
                                event.aggregateId(),
                                EventType.of(event.type().name()),
                                event.payload(),
                                event.timestamp(),
                                event.metadata(),
                                event.tags())),
                Broken.log(
                        "hands out its own bytes",
                        "Promise08Immutable",
                        "bytes_changed_in_what_was_read_do_not_reach_the_log",
                        HandsOutItsBytes::new));
    }

    private static Broken changing(String fault, String suite, String test, UnaryOperator<NewEvent> change) {
        return Broken.log(fault, suite, test, (gate, clock) -> new Changing(gate, clock, change));
    }

    private static NewEvent at(NewEvent event, Instant timestamp) {
        return new NewEvent(
                event.id(),
                event.aggregateId(),
                event.type(),
                event.payload(),
                timestamp,
                event.metadata(),
                event.tags());
    }

    private static NewEvent named(NewEvent event, String aggregateId) {
        return new NewEvent(
                event.id(),
                aggregateId,
                event.type(),
                event.payload(),
                event.timestamp(),
                event.metadata(),
                event.tags());
    }

    private static String trimmed(String id) {
        return id.isBlank() ? id : id.strip();
    }

    private static NewEvent withoutEmptyValues(NewEvent event) {
        Metadata kept = Metadata.none();
        for (var entry : event.metadata().entries().entrySet()) {
            kept = entry.getValue().isEmpty() ? kept : kept.with(entry.getKey(), entry.getValue());
        }
        kept = event.metadata().actor().map(kept::withActor).orElse(kept);
        kept = event.metadata().correlationId().map(kept::withCorrelationId).orElse(kept);
        return event.with(
                event.metadata().causationId().map(kept::withCausationId).orElse(kept));
    }

    private static final class Changing extends MemoryLog {
        private final UnaryOperator<NewEvent> change;

        Changing(Gate gate, InstantSource clock, UnaryOperator<NewEvent> change) {
            super(gate, clock);
            this.change = change;
        }

        @Override
        StoredEvent store(NewEvent event, Instant recordedAt) {
            return super.store(change.apply(event), recordedAt);
        }
    }

    private static final class HandsOutItsBytes extends MemoryLog {
        HandsOutItsBytes(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        StoredEvent copy(StoredEvent stored) {
            return stored;
        }
    }
}
