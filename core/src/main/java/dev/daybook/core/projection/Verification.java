package dev.daybook.core.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares a view with the log while the view may move on. What differs is looked at again, at one position each time: a difference
 * that was only the view's movement goes away, a true one stays.
 */
final class Verification<S> {

    /** So few that they are read between two commits. */
    private static final int LOOKED_AT_ONCE = 100;

    private final StoredView<S, ?> stored;
    private final ViewProgress progress;
    private final Map<String, S> expected = new HashMap<>();
    private long position;
    private long keys;

    Verification(StoredView<S, ?> stored, ViewProgress progress) {
        this.stored = stored;
        this.progress = progress;
    }

    /** The keys that differ, in order. */
    List<String> run() {
        forward(stored.checkpoint());
        List<String> suspects = new ArrayList<>(suspects());
        Set<String> different = new TreeSet<>();
        for (int i = 0; i < suspects.size(); i += LOOKED_AT_ONCE) {
            different.addAll(
                    different(new HashSet<>(suspects.subList(i, Math.min(i + LOOKED_AT_ONCE, suspects.size())))));
        }
        return List.copyOf(different);
    }

    private Set<String> suspects() {
        Set<String> suspects = new HashSet<>(expected.keySet());
        stored.entries().forEach(entry -> {
            if (entry.state().equals(expected.get(entry.key()))) {
                suspects.remove(entry.key());
            } else {
                suspects.add(entry.key());
            }
            progress.seen(++keys);
        });
        return suspects;
    }

    private Set<String> different(Set<String> some) {
        StoredView.Standing<S> now = stored.standing(some);
        Map<String, S> states = now.at(now.position());
        forward(now.position());
        some.removeIf(key -> Objects.equals(states.get(key), expected.get(key)));
        return some;
    }

    private void forward(long upTo) {
        stored.forward(expected, position, upTo, progress);
        position = Math.max(position, upTo);
    }
}
