package dev.daybook.jackson;

import io.vavr.collection.Traversable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.SequencedMap;

/**
 * Puts what has no order of its own into one, so that equal events give equal bytes: a log compares the bytes to tell whether an
 * event that is appended again is the same.
 */
final class Ordered {

    private Ordered() {}

    static Collection<? extends Map.Entry<?, ?>> entries(Map<?, ?> map, TextShape key) {
        if (map instanceof SequencedMap<?, ?> || map.size() < 2) {
            return map.entrySet();
        }
        List<Map.Entry<?, ?>> sorted = new ArrayList<>(map.entrySet());
        sorted.sort(Comparator.comparing(entry -> key.textOf(entry.getKey())));
        return sorted;
    }

    static Iterable<?> elements(Collection<?> collection) {
        return collection instanceof SequencedCollection<?> ? collection : sorted(collection);
    }

    static Iterable<?> elements(Traversable<?> collection) {
        return collection.isOrdered() || collection.isSequential() ? collection : sorted(collection.toJavaList());
    }

    /** Elements without a natural order stay as they come. */
    private static Iterable<?> sorted(Collection<?> collection) {
        if (collection.size() < 2 || !collection.stream().allMatch(Comparable.class::isInstance)) {
            return collection;
        }
        return collection.stream().sorted().toList();
    }
}
