package dev.daybook.jooq;

import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.log.TimeSpan;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The times of each block of positions, in memory: which stretches of the log can hold an event of a span of time, without an
 * index on every row. Full blocks never change, so that only what has come since is read again.
 */
final class TimeBlocks {

    private final Statements sql;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<BlockSpan> full = new ArrayList<>();
    private BlockSpan open = BlockSpan.EMPTY;
    private long head;

    TimeBlocks(Statements sql) {
        this.sql = sql;
    }

    /** After a failure the database may be another one, restored from a backup. */
    void forget() {
        lock.lock();
        try {
            full.clear();
            open = BlockSpan.EMPTY;
            head = 0;
        } finally {
            lock.unlock();
        }
    }

    /** Where events with such a timestamp can stand, oldest first. */
    List<Span> happened(Session session, TimeSpan times, long upTo) throws SQLException {
        long from = Timestamps.toMicros(times.from());
        long to = Timestamps.toMicros(times.to());
        List<Span> spans = new ArrayList<>();
        lock.lock();
        try {
            refresh(session, upTo);
            for (int block = 0; block <= full.size(); block++) {
                BlockSpan span = block < full.size() ? full.get(block) : open;
                if (span.earliest() <= to && span.latest() >= from) {
                    add(spans, block);
                }
            }
        } finally {
            lock.unlock();
        }
        return spans;
    }

    /** Where the events that were recorded within a span of time stand. */
    Span recorded(Session session, TimeSpan times, long upTo) throws SQLException {
        if (times.to().isBefore(times.from())) {
            return new Span(0, 0);
        }
        long before = lastBefore(session, Timestamps.toMicros(times.from()), upTo);
        long last = times.to().equals(Timestamps.LATEST)
                ? upTo
                : lastBefore(session, Timestamps.toMicros(times.to()) + 1, upTo);
        return new Span(before, last);
    }

    /** The last position that was recorded before a time, 0 for none: by its block, then by halving. */
    private long lastBefore(Session session, long time, long upTo) throws SQLException {
        long low;
        long high;
        lock.lock();
        try {
            refresh(session, upTo);
            long block = blockOf(time);
            low = BlockSpan.before(Math.max(block, 0));
            high = block < 0 ? 0 : Math.min(low + BlockSpan.SIZE, upTo);
        } finally {
            lock.unlock();
        }
        while (low < high) {
            long middle = (low + high + 1) >>> 1;
            if (session.number(sql.recordedAtPosition, Long.MAX_VALUE, middle) < time) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The last block that begins before a time, -1 for none. */
    private long blockOf(long time) {
        int low = -1;
        int high = open.equals(BlockSpan.EMPTY) ? full.size() - 1 : full.size();
        while (low < high) {
            int middle = (low + high + 1) >> 1;
            BlockSpan span = middle < full.size() ? full.get(middle) : open;
            if (span.firstRecorded() < time) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static void add(List<Span> spans, long block) {
        Span next = new Span(BlockSpan.before(block), BlockSpan.before(block + 1));
        if (!spans.isEmpty() && spans.getLast().upTo() == next.behind()) {
            next = new Span(spans.removeLast().behind(), next.upTo());
        }
        spans.add(next);
    }

    private void refresh(Session session, long upTo) throws SQLException {
        if (upTo <= head) {
            return;
        }
        if (BlockSpan.before(full.size() + 1L) <= upTo) {
            readFull(session);
            open = BlockSpan.EMPTY;
            head = BlockSpan.before(full.size());
        }
        BlockSpan more = LogState.readSpan(session, sql, head, upTo);
        open = open.and(more);
        head = Math.max(head, upTo);
    }

    private void readFull(Session session) throws SQLException {
        PreparedStatement statement = session.prepare(sql.blocksFrom);
        statement.setLong(1, full.size());
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                full.add(new BlockSpan(row.getLong(1), row.getLong(2), row.getLong(3)));
            }
        }
    }
}
