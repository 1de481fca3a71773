package dev.daybook.jackson;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The JDK's collections; what is read is unmodifiable and keeps the order of the text. */
final class Java {

    private static final Map<Class<?>, Function<List<Object>, Object>> LISTS = Map.of(
            List.class,
            List::copyOf,
            Collection.class,
            List::copyOf,
            SequencedCollection.class,
            List::copyOf,
            Set.class,
            values -> Collections.unmodifiableSet(distinct(values)),
            SequencedSet.class,
            values -> Collections.unmodifiableSequencedSet(distinct(values)),
            SortedSet.class,
            values -> Collections.unmodifiableSortedSet(new TreeSet<>(distinct(values))));

    private static final Map<Class<?>, Function<Map<Object, Object>, Object>> MAPS = Map.of(
            Map.class, Collections::unmodifiableMap,
            SequencedMap.class, values -> Collections.unmodifiableSequencedMap((SequencedMap<Object, Object>) values),
            SortedMap.class, values -> Collections.unmodifiableSortedMap(new TreeMap<>(values)));

    private Java() {}

    static boolean isList(Class<?> type) {
        return LISTS.containsKey(type);
    }

    static boolean isMap(Class<?> type) {
        return MAPS.containsKey(type);
    }

    static Shape list(Class<?> type, Shape element) {
        return new ListShape(element, value -> Ordered.elements((Collection<?>) value), known(LISTS, type));
    }

    static Shape map(Class<?> type, TextShape key, Shape value) {
        return new MapShape(key, value, map -> (Map<?, ?>) map, known(MAPS, type));
    }

    static Shape optional(Shape inner) {
        return new OptionalShape(inner, Optional.empty(), Optional::of, value -> ((Optional<?>) value).orElse(null));
    }

    static <V> V known(Map<Class<?>, V> all, Class<?> type) {
        return Objects.requireNonNull(all.get(type));
    }

    private static SequencedSet<Object> distinct(List<Object> values) {
        SequencedSet<Object> set = new LinkedHashSet<>(values);
        if (set.size() < values.size()) {
            throw new IllegalArgumentException("an element of the set is there twice");
        }
        return set;
    }
}
