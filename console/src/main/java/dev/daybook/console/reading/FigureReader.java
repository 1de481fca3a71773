package dev.daybook.console.reading;

import dev.daybook.core.Daybook;
import dev.daybook.core.audit.Statistics;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.TimeSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The log in figures. They are counted beside the calls: none waits for a log that has grown much. */
public final class FigureReader {

    /** For figures that are newer than those there are. */
    private static final Duration PATIENCE = Duration.ofMillis(30);

    /** Where there are none yet. */
    private static final Duration FIRST_PATIENCE = Duration.ofMillis(250);

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Daybook daybook;
    private final EventLog log;
    private @Nullable CompletableFuture<Statistics> counting;
    private @Nullable Statistics counted;

    FigureReader(Daybook daybook) {
        this.daybook = daybook;
        this.log = daybook.storage().log();
    }

    public Figures read() {
        Optional<Statistics> statistics = statistics();
        long head = log.head();
        return new Figures(
                head, lately(head, MINUTE), lately(head, DAY), daybook.storage().description(), bytes(), statistics);
    }

    /** As they are now; or as they were last, if counting takes longer. */
    private Optional<Statistics> statistics() {
        CompletableFuture<Statistics> running = counting();
        Duration patience = last().isPresent() ? PATIENCE : FIRST_PATIENCE;
        try {
            Statistics now = running.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            synchronized (this) {
                counted = now;
                counting = null;
                return Optional.of(now);
            }
        } catch (TimeoutException later) {
            return last();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return last();
        } catch (ExecutionException e) {
            synchronized (this) {
                counting = null;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("the log could not be counted", e);
        }
    }

    private synchronized Optional<Statistics> last() {
        return Optional.ofNullable(counted);
    }

    private synchronized CompletableFuture<Statistics> counting() {
        CompletableFuture<Statistics> running = counting;
        if (running == null) {
            CompletableFuture<Statistics> started = new CompletableFuture<>();
            Thread.ofVirtual().name("daybook-console-figures").start(() -> {
                try {
                    started.complete(daybook.auditTrail().statistics());
                } catch (RuntimeException | Error failure) {
                    started.completeExceptionally(failure);
                }
            });
            counting = started;
            return started;
        }
        return running;
    }

    /** How many events were recorded in so long a time before now. */
    private long lately(long head, Duration time) {
        TimeSpan span = TimeSpan.since(Instant.now().minus(time));
        try (EventCursor first =
                log.read(Query.all(), Range.all().recorded(span).limit(1))) {
            return first.hasNext() ? Math.max(0, head - first.next().position() + 1) : 0;
        }
    }

    private OptionalLong bytes() {
        try {
            Path file = Path.of(daybook.storage().description().location());
            return Files.isRegularFile(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
        } catch (InvalidPathException | IOException notAFile) {
            return OptionalLong.empty();
        }
    }
}
