package dev.daybook.benchmarks;

import dev.daybook.benchmarks.peer.BookEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/** Those who append to one store, each to an aggregate of its own, one append after the other for a while. */
final class Writers {

    /** How they append: see {@link dev.daybook.benchmarks.peer.Peer#append}. */
    @FunctionalInterface
    interface Appender {
        void append(String aggregate, long first, List<BookEvent> events) throws Exception;
    }

    private final Appender appender;
    private final ExecutorService threads;
    private final Duration lap;
    private final long[] sequences;

    Writers(Appender appender, ExecutorService threads, Duration lap, int most) {
        this.appender = appender;
        this.threads = threads;
        this.lap = lap;
        this.sequences = new long[most];
    }

    /** Has some of them append for a lap; answers events per second, and adds up what each append took in nanoseconds. */
    double run(int writers, int eventsEach, Histogram latencies) throws Exception {
        long begin = System.nanoTime();
        long end = begin + lap.toNanos();
        List<Future<Histogram>> running = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            int number = writer;
            running.add(threads.submit(() -> write(number, eventsEach, end)));
        }
        long appends = 0;
        for (Future<Histogram> writer : running) {
            Histogram own = writer.get();
            appends += own.getTotalCount();
            latencies.add(own);
        }
        return appends * eventsEach * 1e9 / (System.nanoTime() - begin);
    }

    private Histogram write(int writer, int eventsEach, long end) throws Exception {
        Histogram latencies = new Histogram(3);
        String aggregate = "writer_" + writer;
        long begin = System.nanoTime();
        while (begin < end) {
            long first = sequences[writer] + 1;
            appender.append(aggregate, first, trades(first, eventsEach));
            sequences[writer] += eventsEach;
            long now = System.nanoTime();
            latencies.recordValue(now - begin);
            begin = now;
        }
        return latencies;
    }

    static List<BookEvent> trades(long first, int count) {
        List<BookEvent> trades = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            trades.add(Book.trade(first + i));
        }
        return trades;
    }
}
