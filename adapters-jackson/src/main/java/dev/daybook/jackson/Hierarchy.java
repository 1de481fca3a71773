package dev.daybook.jackson;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;

/** What a sealed interface permits. */
final class Hierarchy {

    private Hierarchy() {}

    /** The records and enums at the end of a sealed hierarchy; a record is its own. */
    static Set<Class<?>> leaves(Class<?> type) {
        Set<Class<?>> leaves = new LinkedHashSet<>();
        collect(type, leaves);
        TreeMap<String, Class<?>> names = new TreeMap<>();
        for (Class<?> leaf : leaves) {
            Class<?> other = names.put(leaf.getSimpleName(), leaf);
            if (other != null) {
                throw new IllegalArgumentException("both " + other.getName() + " and " + leaf.getName() + " are a "
                        + leaf.getSimpleName() + " of " + type.getName()
                        + ", and what is written could not tell them apart; rename one");
            }
        }
        return leaves;
    }

    private static void collect(Class<?> type, Set<Class<?>> leaves) {
        if (type.isRecord() || type.isEnum()) {
            leaves.add(type);
        } else if (type.isSealed()
                && (type.isInterface() || java.lang.reflect.Modifier.isAbstract(type.getModifiers()))) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                collect(permitted, leaves);
            }
        } else {
            throw new IllegalArgumentException(
                    type.getName() + " is neither a record nor an enum nor a sealed interface of "
                            + "these; make it a record, or seal it");
        }
    }
}
