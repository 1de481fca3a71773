package dev.daybook.testkit.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The classes of events below a sealed interface. */
final class Events {

    private Events() {}

    /** The classes that have instances, in the order they are permitted. */
    static Set<Class<?>> leaves(Class<?> root) {
        Set<Class<?>> leaves = new LinkedHashSet<>();
        if (root.isSealed()) {
            for (Class<?> permitted : root.getPermittedSubclasses()) {
                leaves.addAll(leaves(permitted));
            }
        } else {
            leaves.add(root);
        }
        return leaves;
    }

    static DescribedPredicate<JavaClass> below(Class<?>... roots) {
        Set<String> names = new LinkedHashSet<>();
        for (Class<?> root : roots) {
            leaves(root).forEach(leaf -> names.add(leaf.getName()));
        }
        return DescribedPredicate.describe("are events below " + names(roots), type -> names.contains(type.getName()));
    }

    static List<String> names(Class<?>... roots) {
        return Arrays.stream(roots).map(Class::getSimpleName).toList();
    }
}
