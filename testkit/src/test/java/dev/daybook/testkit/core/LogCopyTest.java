package dev.daybook.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.core.transfer.CopyException;
import dev.daybook.core.transfer.CopyReport;
import dev.daybook.core.transfer.LogCopy;
import dev.daybook.core.transfer.LogDifference;
import dev.daybook.core.transfer.LogDigest;
import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.Stretch;
import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.memory.InMemoryStorage;
import dev.daybook.testkit.time.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LogCopyTest {

    private final EventIds ids = new EventIds();
    private final SettableClock clock = SettableClock.create();
    private final Storage source = new InMemoryStorage(clock);
    private final Storage target = new InMemoryStorage(clock);

    @Test
    void a_copy_has_all_events_as_they_were_and_one_digest() {
        appendTo(source, 5_000);
        clock.advance(Duration.ofDays(1));
        AtomicLong done = new AtomicLong();
        CopyReport report = new LogCopy(source, target, done::addAndGet).run();
        assertThat(all(target)).isEqualTo(all(source));
        assertThat(report.copied()).isEqualTo(5_000);
        assertThat(report.present()).isZero();
        assertThat(report.position()).isEqualTo(5_000);
        assertThat(done).hasValue(10_000);
        assertThat(report.digest())
                .isEqualTo(LogDigest.of(source.log(), 5_000).hex())
                .isEqualTo(LogDigest.of(target.log(), 5_000).hex());
    }

    @Test
    void a_copy_goes_on_behind_what_is_there() {
        appendTo(source, 100);
        new LogCopy(source, target).upTo(40);
        CopyReport report = new LogCopy(source, target).run();
        assertThat(report.present()).isEqualTo(40);
        assertThat(report.copied()).isEqualTo(60);
        assertThat(all(target)).isEqualTo(all(source));
    }

    @Test
    void what_is_appended_during_a_copy_is_brought_by_the_next() {
        appendTo(source, 3_000);
        CopyReport first = new LogCopy(source, target, done -> appendTo(source, 1)).run();
        assertThat(first.position()).isEqualTo(3_000);
        CopyReport second = new LogCopy(source, target).run();
        assertThat(second.present()).isEqualTo(3_000);
        assertThat(second.copied()).isPositive();
        assertThat(all(target)).isEqualTo(all(source));
    }

    @Test
    void a_target_with_another_event_is_refused_at_the_first_position_that_differs() {
        appendTo(source, 9);
        new LogCopy(source, target).upTo(4);
        appendTo(target, 3);
        refused(5);
        assertThat(target.log().head()).isEqualTo(7);
    }

    @Test
    void a_target_that_has_more_than_the_source_is_refused() {
        appendTo(source, 3);
        new LogCopy(source, target).run();
        appendTo(target, 1);
        refused(4);
    }

    @Test
    void one_byte_and_one_microsecond_make_another_digest_and_are_found() {
        appendTo(source, 50);
        List<StoredEvent> events = all(source);
        StoredEvent event = events.get(29);
        byte[] bytes = event.payload().bytes().clone();
        bytes[3] ^= 1;
        NewEvent other = new NewEvent(
                event.id(),
                event.aggregateId(),
                event.type(),
                Payload.of(event.payload().contentType(), bytes),
                event.timestamp(),
                event.metadata(),
                event.tags());
        found(events, new StoredEvent(30, event.sequence(), event.recordedAt(), other), "another payload");
        found(
                events,
                new StoredEvent(30, event.sequence(), event.recordedAt().plusNanos(1_000), event.event()),
                "recordedAt");
    }

    @Test
    void the_digest_is_the_one_that_its_description_gives() {
        NewEvent event = new NewEvent(
                new UUID(1, 2),
                "order_1",
                new EventType("order_placed", 3),
                Payload.json("{}"),
                SettableClock.START,
                Metadata.by("alice").with("b", "2").with("a", "1"),
                Set.of(Tag.of("k", "2"), Tag.of("k", "1")));
        LogDigest digest = new LogDigest();
        digest.add(new StoredEvent(1, 1, SettableClock.START, event));
        assertThat(digest.hex()).isEqualTo(Described.sha256(event));
        assertThat(digest.events()).isEqualTo(1);
    }

    private void refused(long position) {
        assertThatThrownBy(() -> new LogCopy(source, target).run())
                .isInstanceOfSatisfying(
                        CopyException.class,
                        refusal -> assertThat(refusal.difference().orElseThrow().position())
                                .isEqualTo(position))
                .hasMessageContaining("first position that differs is " + position);
    }

    private static void found(List<StoredEvent> events, StoredEvent other, String part) {
        try (Storage one = new InMemoryStorage();
                Storage changed = new InMemoryStorage()) {
            int at = (int) other.position();
            one.continuation().take(new Stretch(events));
            changed.continuation()
                    .take(new Stretch(Stream.concat(events.subList(0, at - 1).stream(), Stream.of(other))
                            .toList()));
            assertThat(LogDigest.of(changed.log(), at).hex())
                    .isNotEqualTo(LogDigest.of(one.log(), at).hex());
            LogDifference difference =
                    LogDifference.first(one.log(), changed.log(), at).orElseThrow();
            assertThat(difference.position()).isEqualTo(at);
            assertThat(difference.describe()).contains(part);
        }
    }

    private void appendTo(Storage storage, int count) {
        for (int n = 0; n < count; n++) {
            NewEvent event = NewEvent.of(
                    ids.next(),
                    "order_" + n % 7,
                    EventType.of("order_placed"),
                    Payload.json("{\"n\":1}"),
                    clock.instant());
            clock.advance(Duration.ofMillis(1));
            storage.log().append(Append.of(n % 3 == 0 ? event.tagged(Tag.of("third", "yes")) : event));
        }
    }

    private static List<StoredEvent> all(Storage storage) {
        try (Stream<StoredEvent> events = storage.log().read(Query.all(), Range.all()).stream()) {
            return events.toList();
        }
    }
}
