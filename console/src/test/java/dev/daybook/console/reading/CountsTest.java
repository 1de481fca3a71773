package dev.daybook.console.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Daybook;
import dev.daybook.core.audit.AuditFilter;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.jackson.export.Redaction;
import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.storage.Storage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is counted bit by bit comes to what there is. */
class CountsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long AT_ONCE = 1;
    private static final long FOR_ALL = Duration.ofMinutes(1).toNanos();

    @TempDir
    private Path folder;

    private final EventIds ids = new EventIds();
    private Daybook daybook;
    private int events;

    @BeforeEach
    void open() {
        daybook = Daybook.builder(Storage.open("sqlite:" + folder.resolve("counts.db")), JacksonCodec.of())
                .closesStorage()
                .build();
    }

    @AfterEach
    void close() {
        daybook.close();
    }

    @Test
    void a_filter_is_counted_stretch_by_stretch_while_events_come_in() {
        append(20_000);
        AuditFilter odd = AuditFilter.everything().types("odd");
        FilterCount count = new FilterCount(daybook.storage().log(), odd, odd.matcher(event -> event));

        assertThat(count.count(AT_ONCE)).isFalse();
        assertThat(count.share()).isBetween(0.001, 0.99);
        append(5_000);
        int calls = 0;
        while (!count.count(AT_ONCE)) {
            calls++;
        }

        assertThat(calls).isPositive();
        assertThat(count.share()).isEqualTo(1);
        assertThat(all(count.series())).isEqualTo(12_500);
        append(2);
        assertThat(count.count(FOR_ALL)).isTrue();
        assertThat(all(count.series())).isEqualTo(12_501);
    }

    @Test
    void a_stretch_has_few_rows_however_dense_they_are() {
        append(30_000);
        ReadLog log = new ReadLog(daybook.storage().log());
        AuditFilter all = AuditFilter.everything().aggregates("a1");
        FilterCount count = new FilterCount(log, all, all.matcher(event -> event));
        boolean done = false;
        while (!done) {
            done = count.count(AT_ONCE);
            assertThat(log.read()).isLessThanOrEqualTo(520);
        }
        assertThat(all(count.series())).isEqualTo(30_000);
    }

    @Test
    void what_was_counted_is_kept_for_who_opens_the_log_next() {
        append(12_000);
        KeptCounts first = new KeptCounts(daybook);
        assertThat(first.count(FOR_ALL)).isTrue();
        first.save();
        append(3);

        KeptCounts next = new KeptCounts(daybook);
        next.count(AT_ONCE);
        assertThat(next.position()).as("begins where the first has ended").isGreaterThan(12_000);
        assertThat(next.count(FOR_ALL)).isTrue();
        assertThat(all(next.series(Set.of()).getFirst())).isEqualTo(12_003);
        assertThat(all(next.series(Set.of("odd")).getFirst())).isEqualTo(6_002);
        assertThat(next.series(Set.of("unknown"))).isEmpty();
    }

    @Test
    void a_short_time_in_a_long_log_is_counted_to_the_second() {
        append(15_000);
        try (HistogramReader histograms = new HistogramReader(daybook)) {
            Sight sight = new Readers(
                            daybook, new Readers.Told(Redaction.none(), Map.of(), List.of(), List.of(), List.of()))
                    .sights()
                    .masked();
            AuditFilter minute =
                    AuditFilter.everything().from(START.plusSeconds(600)).to(START.plusSeconds(659));
            Histogram histogram = histograms.read(minute, 60, sight);
            while (!histogram.complete()) {
                histogram = histograms.read(minute, 60, sight);
            }
            assertThat(histogram.width()).isEqualTo(Duration.ofSeconds(1));
            assertThat(histogram.buckets()).hasSize(60).allMatch(bucket -> bucket.events() == 1);
        }
    }

    @Test
    @Timeout(20)
    void work_goes_on_beside_the_calls_only_for_as_long_as_somebody_asks() {
        List<Long> slices = new ArrayList<>();
        Background background = new Background(new ReentrantLock(), nanos -> {
            slices.add(nanos);
            return false;
        });

        assertThat(background.<Boolean>goOn(AT_ONCE, 0, done -> done)).isFalse();
        assertThat(background.locked(slices::size)).isEqualTo(1);

        int before = background.goOn(AT_ONCE, Duration.ofMillis(50).toNanos(), done -> slices.size());
        while (background.locked(slices::size) == before) {
            Thread.onSpinWait();
        }
        while (background.isRunning()) {
            Thread.onSpinWait();
        }
        assertThat(background.locked(slices::size)).isGreaterThan(before);
    }

    /** One a second, every other one of each type. */
    private void append(int count) {
        List<NewEvent> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            EventType type = EventType.of(events % 2 == 0 ? "odd" : "even");
            batch.add(NewEvent.of(ids.next(), "a1", type, Payload.json("{}"), START.plusSeconds(events++))
                    .with(Metadata.by("alice")));
            if (batch.size() == 1_000 || i == count - 1) {
                assertThat(daybook.storage().log().append(Append.of(batch))).isInstanceOf(AppendResult.Stored.class);
                batch.clear();
            }
        }
    }

    private static long all(Series series) {
        Map<Long, Long> buckets = new TreeMap<>();
        series.addTo(
                buckets, START.getEpochSecond() - 1, START.plusSeconds(100_000).getEpochSecond(), 86_400);
        return buckets.values().stream().mapToLong(Long::longValue).sum();
    }
}
