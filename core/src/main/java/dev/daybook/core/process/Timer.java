package dev.daybook.core.process;

import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.log.EventLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says which deadlines are due. What was recorded before a deadline is to be handled before it, also by a process that comes back after a
 * while: so the log is handled first up to where it was when the deadline was found due.
 */
final class Timer<S, C> {

    private static final int AT_ONCE = 100;
    private static final Duration IDLE = Duration.ofMinutes(1);

    /** How often the clock is looked at, in case it is set while a deadline is waited for. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final ProcessRows<S, C> rows;
    private final EventLog log;
    private final InstantSource clock;

    /** No deadline is earlier; nothing if that is not known. */
    private @Nullable Instant next;

    private @Nullable Found found;

    private record Found(Instant at, long head) {}

    Timer(ProcessRows<S, C> rows, EventLog log, InstantSource clock) {
        this.rows = rows;
        this.log = log;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    void mayBeDue(Instant due) {
        if (next != null && due.isBefore(next)) {
            next = due;
        }
    }

    void forget() {
        next = null;
        found = null;
    }

    List<OpenDeadline> due(long handled) {
        Found at = found;
        if (at == null) {
            Instant now = now();
            if (next().isAfter(now)) {
                return List.of();
            }
            at = new Found(now, log.head());
            found = at;
        }
        if (handled < at.head()) {
            return List.of();
        }
        found = null;
        next = null;
        return rows.deadlines(at.at(), AT_ONCE);
    }

    Duration rest() {
        Instant due = next();
        if (due.equals(Timestamps.LATEST)) {
            return IDLE;
        }
        Duration left = Duration.between(now(), due);
        return left.compareTo(LOOK) > 0 ? LOOK : left.isNegative() ? Duration.ZERO : left;
    }

    private Instant next() {
        Instant known = next;
        if (known == null) {
            known = rows.deadlines(Timestamps.LATEST, 1).stream()
                    .map(open -> open.deadline().due())
                    .findFirst()
                    .orElse(Timestamps.LATEST);
            next = known;
        }
        return known;
    }
}
