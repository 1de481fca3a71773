package dev.daybook.testkit.rules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A class whose answers depend on its arguments alone. */
final class PureCondition extends ArchCondition<JavaClass> {

    PureCondition() {
        super("be pure");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
            String impurity = Impurities.ofClass(dependency.getTargetClass());
            if (impurity != null) {
                violated(item, impurity + ": " + dependency.getDescription(), events);
            }
        }
        for (JavaAccess<?> access : item.getAccessesFromSelf()) {
            String impurity = Impurities.ofCall(access.getTarget());
            if (impurity != null) {
                violated(item, impurity + ": " + access.getDescription(), events);
            }
        }
        for (JavaField field : item.getFields()) {
            boolean changes = field.getModifiers().contains(JavaModifier.STATIC)
                    && !field.getModifiers().contains(JavaModifier.FINAL);
            if (changes) {
                violated(item, "a static field that is not final: " + field.getDescription(), events);
            }
        }
    }

    private static void violated(JavaClass item, String message, ConditionEvents events) {
        events.add(SimpleConditionEvent.violated(item, item.getName() + " uses " + message));
    }
}
