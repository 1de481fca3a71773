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
 *
 * <p>States are folded in memory, of so many keys at most: a view with more of them is compared part by part, and the log read once for each
 * part.
 */
final class Verification<S> {

    /** So few that they are read between two commits. */
    private static final int LOOKED_AT_ONCE = 100;

    private static final int MOST_KEYS = 500_000;

    /** Keys that fall into one part however small it is are folded together. */
    private static final int MOST_PARTS = 1 << 15;

    /** The states of a part are too many. */
    private static final class TooManyKeysException extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyKeysException() {
            super("more than " + MOST_KEYS + " keys", null, false, false);
        }
    }

    private final StoredView<S, ?> stored;
    private final ViewProgress progress;
    private final Set<String> different = new TreeSet<>();
    private long keys;

    Verification(StoredView<S, ?> stored, ViewProgress progress) {
        this.stored = stored;
        this.progress = progress;
    }

    /** The keys that differ, in order. */
    List<String> run() {
        run(new Part(0, 1));
        return List.copyOf(different);
    }

    private void run(Part part) {
        try {
            new Comparing(part).run();
        } catch (TooManyKeysException tooMany) {
            run(part.half());
            run(part.otherHalf());
        }
    }

    /** One of so many parts into which all keys fall. */
    private record Part(int number, int of) {

        boolean has(String key) {
            return Math.floorMod((key.hashCode() * 0x9E3779B1) >>> 16, of) == number;
        }

        Part half() {
            return new Part(number, 2 * of);
        }

        Part otherHalf() {
            return new Part(number + of, 2 * of);
        }
    }

    /** The comparison of one part. */
    private final class Comparing implements ViewProgress {

        private final Part part;
        private final Map<String, S> expected = new HashMap<>();
        private long position;

        Comparing(Part part) {
            this.part = part;
        }

        void run() {
            forward(stored.checkpoint());
            List<String> suspects = new ArrayList<>(suspects());
            for (int i = 0; i < suspects.size(); i += LOOKED_AT_ONCE) {
                different.addAll(
                        different(new HashSet<>(suspects.subList(i, Math.min(i + LOOKED_AT_ONCE, suspects.size())))));
            }
        }

        private Set<String> suspects() {
            Set<String> suspects = new HashSet<>(expected.keySet());
            stored.entries().filter(entry -> part.has(entry.key())).forEach(entry -> {
                if (entry.state().equals(expected.get(entry.key()))) {
                    suspects.remove(entry.key());
                } else {
                    suspects.add(entry.key());
                }
                seen(++keys);
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
            stored.forward(expected, part::has, position, upTo, this);
            position = Math.max(position, upTo);
        }

        @Override
        public void folded(long now, long upTo) {
            progress.folded(now, upTo);
            if (expected.size() > MOST_KEYS && part.of() < MOST_PARTS) {
                throw new TooManyKeysException();
            }
        }

        @Override
        public void seen(long count) {
            progress.seen(count);
        }
    }
}
