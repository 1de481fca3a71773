package dev.daybook.core.projection;

import dev.daybook.ports.codec.StateCodec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares two versions of a view while both may move on. Their checksums say which keys may differ; these are looked at again, both
 * versions at one position.
 */
final class Comparison<S> {

    private static final int LOOKED_AT_ONCE = 100;

    private final StoredView<? extends S, ?> one;
    private final StoredView<? extends S, ?> other;
    private final StateCodec codec;

    Comparison(StoredView<? extends S, ?> one, StoredView<? extends S, ?> other, StateCodec codec) {
        this.one = one;
        this.other = other;
        this.codec = codec;
    }

    /** The first keys that differ, in order. */
    List<Difference<S>> run(int limit) {
        List<String> suspects = List.copyOf(suspects());
        List<Difference<S>> found = new ArrayList<>();
        for (int i = 0; i < suspects.size() && found.size() < limit; i += LOOKED_AT_ONCE) {
            look(suspects.subList(i, Math.min(i + LOOKED_AT_ONCE, suspects.size())), found);
        }
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    private Set<String> suspects() {
        Map<String, Long> expected = one.checksums();
        Map<String, Long> found = other.checksums();
        TreeSet<String> suspects = new TreeSet<>(expected.keySet());
        suspects.addAll(found.keySet());
        suspects.removeIf(key -> Objects.equals(expected.get(key), found.get(key)));
        return suspects;
    }

    private void look(List<String> keys, List<Difference<S>> found) {
        Set<String> some = new HashSet<>(keys);
        StoredView.Standing<? extends S> here = one.standing(some);
        StoredView.Standing<? extends S> there = other.standing(some);
        long position = Math.max(here.position(), there.position());
        Map<String, ? extends S> left = here.at(position);
        Map<String, ? extends S> right = there.at(position);
        for (String key : keys) {
            Optional<S> before = Optional.ofNullable(left.get(key));
            Optional<S> after = Optional.ofNullable(right.get(key));
            if (!isSame(before, after)) {
                found.add(new Difference<>(key, before, after));
            }
        }
    }

    /** Two versions may have other classes for what is written in the same way. */
    private boolean isSame(Optional<S> before, Optional<S> after) {
        return before.equals(after) || before.map(codec::encodeState).equals(after.map(codec::encodeState));
    }
}
