package dev.daybook.jooq;

/**
 * The times of the events in a block of positions so far, in microseconds; the latest lies before the earliest where there are no
 * events.
 */
record BlockSpan(long earliest, long latest, long firstRecorded) {

    /** How many positions a block has. */
    static final int SIZE = 256;

    static final BlockSpan EMPTY = new BlockSpan(Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE);

    BlockSpan with(long timestamp, long recordedAt) {
        return new BlockSpan(
                Math.min(earliest, timestamp), Math.max(latest, timestamp), Math.min(firstRecorded, recordedAt));
    }

    BlockSpan and(BlockSpan other) {
        return new BlockSpan(
                Math.min(earliest, other.earliest),
                Math.max(latest, other.latest),
                Math.min(firstRecorded, other.firstRecorded));
    }

    /** The block, from 0, that a position lies in. */
    static long blockOf(long position) {
        return (position - 1) / SIZE;
    }

    /** The last position before a block. */
    static long before(long block) {
        return block * SIZE;
    }
}
