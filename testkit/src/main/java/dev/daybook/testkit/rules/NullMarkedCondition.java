package dev.daybook.testkit.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** A class in a package that says {@code @NullMarked}. */
final class NullMarkedCondition extends ArchCondition<JavaClass> {

    NullMarkedCondition() {
        super("be in a package that says @NullMarked");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
            events.add(SimpleConditionEvent.violated(
                    item, item.getName() + " is in a package without @NullMarked; say it in its package-info.java"));
        }
    }
}
