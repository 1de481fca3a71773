package dev.daybook.testkit.rules;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;

/** A record in which nothing can change after it was made, made without a clock or dice. */
final class ImmutableRecordCondition extends ArchCondition<JavaClass> {

    private static final Set<String> COPIES = Set.of(
            "copyOf",
            "unmodifiableList",
            "unmodifiableSet",
            "unmodifiableMap",
            "unmodifiableCollection",
            "unmodifiableSortedMap",
            "unmodifiableSortedSet",
            "toList",
            "toUnmodifiableList");

    ImmutableRecordCondition() {
        super("be immutable records");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        if (!item.isRecord()) {
            violated(item, "is not a record", events);
            return;
        }
        for (JavaField field : item.getFields()) {
            if (!field.getModifiers().contains(JavaModifier.STATIC)) {
                component(item, field, events);
            }
        }
        for (JavaAccess<?> access : item.getAccessesFromSelf()) {
            String impurity = Impurities.ofCall(access.getTarget());
            String used = impurity == null ? Impurities.ofClass(access.getTargetOwner()) : impurity;
            if (used != null) {
                violated(item, "uses " + used + ": " + access.getDescription(), events);
            }
        }
    }

    private static void component(JavaClass item, JavaField field, ConditionEvents events) {
        JavaClass type = field.getRawType();
        if (type.isArray()) {
            violated(item, "holds an array, which anybody can write to: " + field.getName(), events);
        } else if (type.isAssignableTo(Date.class)
                || type.isAssignableTo(StringBuilder.class)
                || type.getPackageName().startsWith("java.util.concurrent")
                || type.isAssignableTo(java.util.Calendar.class)) {
            violated(item, "holds a " + type.getSimpleName() + ", which can change: " + field.getName(), events);
        } else if ((type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class))
                && type.getPackageName().startsWith("java.util")
                && !copies(item)) {
            violated(
                    item,
                    "keeps the caller's " + type.getSimpleName() + " " + field.getName()
                            + "; copy it in the compact constructor",
                    events);
        }
    }

    private static boolean copies(JavaClass item) {
        return item.getConstructors().stream()
                .flatMap(constructor -> constructor.getMethodCallsFromSelf().stream())
                .anyMatch(call -> COPIES.contains(call.getName()));
    }

    private static void violated(JavaClass item, String message, ConditionEvents events) {
        events.add(SimpleConditionEvent.violated(item, item.getName() + " " + message));
    }
}
