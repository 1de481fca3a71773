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

    private final Random random;

    Questions(Random random) {
        this.random = random;
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

    /** One of few, a microsecond apart, some before 1970. */
    Instant happened() {
        Instant base = random.nextInt(4) == 0 ? Instant.EPOCH.minusNanos(3_000) : SettableClock.START;
        return base.plusNanos(random.nextInt(6) * 1_000L);
    }

    Instant recorded() {
        return SettableClock.START.plusMillis(random.nextInt(10));
    }

    Query query() {
        Query query = Query.of(criteria());
        for (int n = random.nextInt(4); n > 2; n--) {
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
            range = range.after(random.nextInt(MANY)).upTo(mostly(Long.MAX_VALUE));
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
        return random.nextInt(3) == 0 ? range.limit(random.nextInt(12)) : range;
    }

    long mostly(long usual) {
        return random.nextInt(3) == 0 ? random.nextInt(MANY) : usual;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
