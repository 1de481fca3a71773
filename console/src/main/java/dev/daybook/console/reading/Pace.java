package dev.daybook.console.reading;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** How fast consumers move along the log, by where they were when somebody looked before, in the last minute. Safe for concurrent use. */
final class Pace {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long APART = Duration.ofMillis(500).toNanos();

    private record Seen(long nanos, long position) {}

    private final Map<String, Deque<Seen>> seen = new HashMap<>();

    /**
     * Positions a second, empty where nobody has looked before or it has not moved since.
     *
     * @param nanos the time of this look
     */
    synchronized OptionalDouble of(String consumer, long position, long nanos) {
        Deque<Seen> looks = seen.computeIfAbsent(consumer, unused -> new ArrayDeque<>());
        while (!looks.isEmpty() && nanos - looks.getFirst().nanos() > MINUTE) {
            looks.removeFirst();
        }
        if (looks.isEmpty() || nanos - looks.getLast().nanos() >= APART) {
            looks.addLast(new Seen(nanos, position));
        }
        Seen first = looks.getFirst();
        return nanos - first.nanos() >= APART && position > first.position()
                ? OptionalDouble.of((position - first.position()) * 1e9 / (nanos - first.nanos()))
                : OptionalDouble.empty();
    }
}
