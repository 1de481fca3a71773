package dev.daybook.testkit.contract.model;

import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Criteria;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.TimeSpan;
import dev.daybook.testkit.time.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Names, times, queries and ranges, drawn so that most of them find something. */
final class Questions {

    private static final List<String> AGGREGATES =
            List.of("order_1", "order_2", "Order_1", "caf\u00e9", "cafe\u0301", "\ud83d\udcd2 ");
    private static final List<String> TYPES = List.of("placed", "filled", "cancelled", "Placed");
    private static final List<Tag> TAGS =
            List.of(Tag.of("course", "c1"), Tag.of("course", "c2"), Tag.of("student", "s1"), Tag.of("student", "S1"));
    private static final int MANY = 100;
    private static final int EVENTS_PER_TICK = 100;

    private final Random random;
    private int reach;

    Questions(Random random) {
        this.random = random;
    }

    /** So many events may be in the log by now. */
    void reach(int events) {
        reach = events;
    }

    String aggregate() {
        return one(AGGREGATES);
    }

    String type() {
        return one(TYPES);
    }

    Tag tag() {
        return one(TAGS);
    }

    String fingerprint() {
        return one(List.of("f1", "f2"));
    }

    Metadata metadata() {
        Metadata metadata = random.nextBoolean() ? Metadata.by(one(List.of("alice", "bob"))) : Metadata.none();
        return switch (random.nextInt(4)) {
            case 0 -> metadata.withCorrelationId(one(List.of("w1", "w2")));
            case 1 -> metadata.withCausationId(one(List.of("w1", "e1")));
            case 2 -> metadata.with(one(List.of("ip", "ua")), one(List.of("", "x")));
            default -> metadata;
        };
    }

    /** When the next event happens: one of few times, a microsecond apart, that go on with the log; some before 1970. */
    Instant happening() {
        Instant base = random.nextInt(4) == 0 ? Instant.EPOCH.minusNanos(3_000) : SettableClock.START;
        return base.plusNanos((ticks() + random.nextInt(6)) * 1_000L);
    }

    /** When an event may have happened, anywhere in the log. */
    Instant happened() {
        Instant base = random.nextInt(4) == 0 ? Instant.EPOCH.minusNanos(3_000) : SettableClock.START;
        return base.plusNanos(random.nextInt(ticks() + 6) * 1_000L);
    }

    /** What the clock shows next, at times an earlier time. */
    Instant now() {
        return SettableClock.START.plusMillis(ticks() + random.nextInt(10));
    }

    private Instant recorded() {
        return SettableClock.START.plusMillis(random.nextInt(ticks() + 10));
    }

    private int ticks() {
        return reach / EVENTS_PER_TICK;
    }

    Query query() {
        Query query = Query.of(criteria());
        for (int n = random.nextInt(6); n > 3; n--) {
            query = query.or(Query.of(criteria()));
        }
        return random.nextInt(5) == 0 ? Query.all() : query;
    }

    private Criteria criteria() {
        Criteria criteria = Criteria.any();
        if (random.nextInt(3) == 0) {
            criteria = random.nextBoolean()
                    ? criteria.aggregates(aggregate())
                    : criteria.aggregates("order_1", "order_2", "unknown");
        }
        if (random.nextInt(3) == 0) {
            criteria = random.nextBoolean() ? criteria.types(type()) : criteria.types("placed", "filled", "unknown");
        }
        if (random.nextInt(3) == 0) {
            criteria = random.nextBoolean()
                    ? criteria.tags(tag())
                    : criteria.tags(Tag.of("course", "c1"), Tag.of("student", "s1"));
        }
        return random.nextInt(4) == 0 ? criteria.metadata(metadata()) : criteria;
    }

    Range range() {
        Range range = random.nextBoolean() ? Range.all() : Range.newestFirst();
        if (random.nextInt(3) == 0) {
            range = range.after(position()).upTo(mostly(Long.MAX_VALUE));
        }
        if (random.nextInt(4) == 0) {
            range = range.fromSequence(random.nextInt(8)).upToSequence(mostly(Long.MAX_VALUE));
        }
        if (random.nextInt(4) == 0) {
            range = range.happened(TimeSpan.between(happened(), happened()));
        }
        if (random.nextInt(4) == 0) {
            range = range.recorded(TimeSpan.between(recorded(), recorded()));
        }
        return random.nextInt(3) == 0 ? range.limit(random.nextInt(3) == 0 ? position() : random.nextInt(12)) : range;
    }

    long mostly(long usual) {
        return random.nextInt(3) == 0 ? position() : usual;
    }

    /** Anywhere in the log, often at the ends of the pages and blocks that storages cut it into: round numbers, mostly. */
    private int position() {
        int anywhere = random.nextInt(Math.max(MANY, reach));
        return switch (random.nextInt(4)) {
            case 0 -> around(anywhere, 1_000);
            case 1 -> around(anywhere, 1_024);
            default -> anywhere;
        };
    }

    private int around(int position, int block) {
        return position < block ? position : position / block * block + random.nextInt(3) - 1;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
