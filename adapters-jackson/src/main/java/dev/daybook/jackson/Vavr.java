package dev.daybook.jackson;

import io.vavr.collection.Array;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.IndexedSeq;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Queue;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.Traversable;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Comparator;
import java.util.function.Function;

/** Vavr's collections, which folded states are often made of. */
final class Vavr {

    @SuppressWarnings("unchecked") // elements of a sorted collection are comparable, or it could not have been made
    private static final Comparator<Object> NATURAL =
            (Comparator<Object>) (Comparator<?>) Comparator.<Comparable<Object>>naturalOrder();

    private static final java.util.Map<Class<?>, Function<java.util.List<Object>, Object>> LISTS =
            java.util.Map.ofEntries(
                    java.util.Map.entry(Seq.class, List::ofAll),
                    java.util.Map.entry(List.class, List::ofAll),
                    java.util.Map.entry(IndexedSeq.class, Vector::ofAll),
                    java.util.Map.entry(Vector.class, Vector::ofAll),
                    java.util.Map.entry(Array.class, Array::ofAll),
                    java.util.Map.entry(Queue.class, Queue::ofAll),
                    java.util.Map.entry(Set.class, LinkedHashSet::ofAll),
                    java.util.Map.entry(HashSet.class, HashSet::ofAll),
                    java.util.Map.entry(LinkedHashSet.class, LinkedHashSet::ofAll),
                    java.util.Map.entry(SortedSet.class, values -> TreeSet.ofAll(NATURAL, values)),
                    java.util.Map.entry(TreeSet.class, values -> TreeSet.ofAll(NATURAL, values)));

    private static final java.util.Map<Class<?>, Function<java.util.Map<Object, Object>, Object>> MAPS =
            java.util.Map.of(
                    Map.class, LinkedHashMap::ofAll,
                    HashMap.class, HashMap::ofAll,
                    LinkedHashMap.class, LinkedHashMap::ofAll,
                    SortedMap.class, values -> TreeMap.ofAll(NATURAL, values),
                    TreeMap.class, values -> TreeMap.ofAll(NATURAL, values));

    private Vavr() {}

    static boolean isList(Class<?> type) {
        return LISTS.containsKey(type);
    }

    static boolean isMap(Class<?> type) {
        return MAPS.containsKey(type);
    }

    static Shape list(Class<?> type, Shape element) {
        return new ListShape(element, value -> Ordered.elements((Traversable<?>) value), Java.known(LISTS, type));
    }

    static Shape map(Class<?> type, TextShape key, Shape value) {
        return new MapShape(key, value, Vavr::toJava, Java.known(MAPS, type));
    }

    static Shape option(Shape inner) {
        return new OptionalShape(inner, Option.none(), Option::some, value -> ((Option<?>) value).getOrNull());
    }

    private static java.util.Map<?, ?> toJava(Object value) {
        Map<?, ?> map = (Map<?, ?>) value;
        // A java.util.HashMap is sorted when it is written, a LinkedHashMap keeps its order.
        return map.isOrdered() || map.isSequential() ? ordered(map) : map.toJavaMap();
    }

    private static <K, V> java.util.Map<K, V> ordered(Map<K, V> map) {
        java.util.LinkedHashMap<K, V> copy = new java.util.LinkedHashMap<>();
        map.forEach(copy::put);
        return copy;
    }
}
