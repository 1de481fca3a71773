package dev.daybook.core.consumer;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import java.util.function.Predicate;

/**
 * Which events a consumer is given.
 *
 * @param query what the log finds
 * @param takes of that, what is its own
 */
record Feed(Query query, Predicate<StoredEvent> takes) {

    static Feed all(Query query) {
        return new Feed(query, event -> true);
    }

    /**
     * A share of the aggregates: each is in the share of one partition, the same in every process and for good.
     *
     * @param number from 0
     */
    static Feed share(Query query, int number, int partitions) {
        return new Feed(query, event -> partition(event.aggregateId(), partitions) == number);
    }

    /** Spreads by the upper bits of Knuth's multiplicative hash; {@link String#hashCode} is the same on every machine. */
    private static int partition(String aggregateId, int partitions) {
        long spread = Integer.toUnsignedLong(aggregateId.hashCode() * 0x9E3779B1);
        return (int) ((spread * partitions) >>> Integer.SIZE);
    }
}
