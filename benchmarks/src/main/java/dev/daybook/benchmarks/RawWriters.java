package dev.daybook.benchmarks;

import dev.daybook.benchmarks.peer.BookEvent;
import java.sql.SQLException;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/** The limit for writers who append at once: plain JDBC that has the events of all of them at hand and commits them together. */
final class RawWriters {

    private final RawLog log;
    private final Duration lap;
    private long number;

    RawWriters(RawLog log, Duration lap) {
        this.log = log;
        this.lap = lap;
    }

    /** Appends for a lap; answers events per second, and adds up what each commit took in nanoseconds. */
    double run(int eventsEach, Histogram latencies) throws SQLException {
        long start = System.nanoTime();
        long end = start + lap.toNanos();
        long begin = start;
        long events = 0;
        while (begin < end) {
            log.begin();
            for (BookEvent trade : Writers.trades(number, eventsEach)) {
                log.add(PlainJackson.MAPPER.writeValueAsBytes(trade));
            }
            log.commit();
            number += eventsEach;
            events += eventsEach;
            long now = System.nanoTime();
            latencies.recordValue(now - begin);
            begin = now;
        }
        return events * 1e9 / (System.nanoTime() - start);
    }
}
