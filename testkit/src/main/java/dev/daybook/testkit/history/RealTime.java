package dev.daybook.testkit.history;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives every operation a place in the order that its answer allows and that no operation before it in time has passed, going
 * through them as they began. Each takes the earliest such place: a later one would only leave less to those that follow.
 */
final class RealTime {

    /** An operation, and where the log stood before and after it; for one that writes nothing, where it may have stood. */
    record Placed(Operation operation, Window window, boolean writes) {}

    private final TreeMap<Long, Long> steps = new TreeMap<>();
    private final List<Placed> byStart;
    private final List<Placed> byEnd;
    private final Map<String, Long> reached = new HashMap<>();
    private int ended;
    private long floor;
    private @Nullable Operation floorBy;

    RealTime(List<Placed> operations) {
        byStart = operations.stream()
                .sorted(Comparator.comparingLong(placed -> placed.operation().start()))
                .toList();
        byEnd = operations.stream()
                .sorted(Comparator.comparingLong(placed -> placed.operation().end()))
                .toList();
        for (Placed placed : operations) {
            if (placed.writes()) {
                steps.put(placed.window().least(), placed.window().most());
            }
        }
    }

    List<String> anomalies() {
        return byStart.stream().flatMap(placed -> place(placed).stream()).toList();
    }

    private Optional<String> place(Placed placed) {
        raiseFloor(placed.operation().start());
        Window window = placed.window();
        long earliest = placed.writes() ? window.most() : whole(Math.max(window.least(), floor));
        reached.put(placed.operation().name(), earliest);
        boolean late = floor > (placed.writes() ? window.least() : window.most());
        if (late && floorBy != null) {
            return Optional.of(Telling.of(placed.operation()) + " comes before " + Telling.of(floorBy)
                    + " in the order, at " + (placed.writes() ? window.least() : window.most()) + " before " + floor
                    + ", though it began after that had ended");
        }
        return !placed.writes() && earliest > window.most()
                ? Optional.of(Telling.of(placed.operation()) + " has seen a part of an append")
                : Optional.empty();
    }

    private void raiseFloor(long start) {
        while (ended < byEnd.size() && byEnd.get(ended).operation().end() < start) {
            Operation operation = byEnd.get(ended).operation();
            long place = reached.getOrDefault(operation.name(), 0L);
            if (place > floor) {
                floor = place;
                floorBy = operation;
            }
            ended++;
        }
    }

    /** The next length of the log at which no append is half there. */
    private long whole(long length) {
        Map.Entry<Long, Long> step = steps.lowerEntry(length);
        return step != null && step.getValue() > length ? step.getValue() : length;
    }
}
