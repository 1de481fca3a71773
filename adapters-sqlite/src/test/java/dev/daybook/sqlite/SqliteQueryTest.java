package dev.daybook.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.Criteria;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.TimeSpan;
import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.sample.Events;
import dev.daybook.testkit.time.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Whichever index is walked, a read answers what {@link Query#matches} and {@link Range#contains} say. */
@TestInstance(Lifecycle.PER_CLASS)
class SqliteQueryTest {

    private static final int EVENTS = 5_000;
    private static final int QUERIES = 1_500;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Random random = new Random(20_260_301);
    private final SettableClock clock = SettableClock.at(START);
    private Storage storage;
    private List<StoredEvent> stored;

    @BeforeAll
    void fill(@TempDir Path folder) {
        storage = SqliteStorage.builder(folder.resolve("log.db")).clock(clock).open();
        EventIds ids = new EventIds();
        for (int i = 0; i < EVENTS; i += 50) {
            List<NewEvent> events = new ArrayList<>();
            for (int j = 0; j < 50; j++) {
                events.add(event(ids));
            }
            storage.log().append(Append.of(events));
            clock.advance(Duration.ofSeconds(random.nextInt(3)));
        }
        stored = Events.all(storage.log());
    }

    @AfterAll
    void close() {
        storage.close();
    }

    @Test
    void every_query_and_range_is_answered_as_defined() {
        assertThat(stored).hasSize(EVENTS);
        for (int i = 0; i < QUERIES; i++) {
            Query query = query();
            Range range = range();
            Stream<StoredEvent> expected =
                    stored.stream().filter(query::matches).filter(range::contains);
            List<StoredEvent> inOrder =
                    range.isForwards() ? expected.toList() : expected.toList().reversed();
            assertThat(Events.read(storage.log(), query, range))
                    .as("%s in %s", query, range)
                    .isEqualTo(inOrder.subList(0, (int) Math.min(range.limit(), inOrder.size())));
        }
    }

    @Test
    void a_query_for_more_aggregates_than_there_are_names_in_one_statement_is_answered() {
        String[] ids =
                Stream.iterate(0, i -> i + 1).limit(300).map(i -> "order_" + i).toArray(String[]::new);
        Query query = Query.of(Criteria.any().aggregates(ids).types("type_3"));

        assertThat(Events.read(storage.log(), query, Range.all()))
                .isEqualTo(stored.stream().filter(query::matches).toList())
                .isNotEmpty();
    }

    private NewEvent event(EventIds ids) {
        int skew = random.nextInt(100) == 0 ? random.nextInt(400) - 200 : random.nextInt(3);
        NewEvent event = NewEvent.of(
                ids.next(),
                "order_" + skewed(40),
                new EventType("type_" + skewed(6), 1 + random.nextInt(2)),
                Payload.json("{}"),
                clock.instant().plusSeconds(skew));
        Set<Tag> tags = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tags.add(tag());
        }
        return event.with(random.nextInt(3) == 0 ? metadata() : Metadata.none()).tagged(tags.toArray(Tag[]::new));
    }

    private Query query() {
        Query query = Query.of(criteria());
        while (random.nextInt(3) == 0) {
            query = query.or(Query.of(criteria()));
        }
        return query;
    }

    private Criteria criteria() {
        Criteria criteria = Criteria.any();
        if (random.nextInt(3) == 0) {
            criteria = criteria.aggregates(some(3, "order_", 45));
        }
        if (random.nextInt(3) == 0) {
            criteria = criteria.types(some(3, "type_", 7));
        }
        if (random.nextInt(3) == 0) {
            criteria = criteria.tags(
                    random.nextBoolean()
                            ? new Tag[] {tag()}
                            : new Tag[] {Tag.of("course", "c" + skewed(9)), Tag.of("student", "s" + skewed(9))});
        }
        return random.nextInt(4) == 0 ? criteria.metadata(metadata()) : criteria;
    }

    private Range range() {
        Range range = random.nextBoolean() ? Range.all() : Range.newestFirst();
        if (random.nextInt(3) == 0) {
            range = range.after(random.nextInt(EVENTS)).upTo(random.nextInt(EVENTS + 100));
        }
        if (random.nextInt(4) == 0) {
            range = range.fromSequence(random.nextInt(60)).upToSequence(random.nextInt(400));
        }
        if (random.nextInt(3) == 0) {
            range = range.happened(span());
        }
        if (random.nextInt(3) == 0) {
            range = range.recorded(span());
        }
        return random.nextInt(3) == 0 ? range.limit(random.nextInt(60)) : range;
    }

    private TimeSpan span() {
        Instant from = START.plusSeconds(random.nextInt(130) - 20);
        return switch (random.nextInt(3)) {
            case 0 -> TimeSpan.since(from);
            case 1 -> TimeSpan.until(from);
            default -> TimeSpan.between(from, from.plusSeconds(random.nextInt(40) - 3));
        };
    }

    private Metadata metadata() {
        return switch (random.nextInt(4)) {
            case 0 -> Metadata.by("user_" + skewed(5));
            case 1 -> Metadata.none().withCorrelationId("flow_" + skewed(50));
            case 2 -> Metadata.by("user_" + skewed(5)).with("channel", "c" + random.nextInt(3));
            default -> Metadata.none().withCausationId("cause_" + skewed(50)).withActor("user_" + skewed(5));
        };
    }

    private Tag tag() {
        return random.nextBoolean() ? Tag.of("course", "c" + skewed(9)) : Tag.of("student", "s" + skewed(9));
    }

    private String[] some(int most, String prefix, int bound) {
        return random.ints(0, bound)
                .distinct()
                .limit(1 + random.nextInt(most))
                .mapToObj(i -> prefix + i)
                .toArray(String[]::new);
    }

    /** Small numbers often, large ones seldom. */
    private int skewed(int bound) {
        return random.nextInt(1 + random.nextInt(bound));
    }
}
