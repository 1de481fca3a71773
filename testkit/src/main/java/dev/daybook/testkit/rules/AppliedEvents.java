package dev.daybook.testkit.rules;

import dev.daybook.core.aggregate.Aggregate;
import java.util.List;
import java.util.Set;

/** The events of an aggregate that its {@code apply} has a case for, by the compiled class. */
final class AppliedEvents {

    private final Aggregate<?, ?, ?, ?> aggregate;
    private final Set<String> cases;

    private AppliedEvents(Aggregate<?, ?, ?, ?> aggregate, Set<String> cases) {
        this.aggregate = aggregate;
        this.cases = cases;
    }

    static AppliedEvents of(Aggregate<?, ?, ?, ?> aggregate) {
        return new AppliedEvents(aggregate, TypeTests.in(aggregate.getClass(), "apply"));
    }

    void check() {
        Class<?> root = aggregate.eventClass();
        if (!root.isSealed()) {
            return;
        }
        List<String> missing = Events.leaves(root).stream()
                .filter(event -> !hasCase(root, event))
                .map(Class::getSimpleName)
                .toList();
        if (!missing.isEmpty()) {
            throw new AssertionError(aggregate.getClass().getName() + ".apply has no case for " + missing + " of "
                    + root.getName() + "; switch over the event with a case for each, and no default");
        }
    }

    /** A case for a sealed interface in between speaks for what is below it; one for the root says nothing. */
    private boolean hasCase(Class<?> root, Class<?> event) {
        if (cases.contains(event.getName())) {
            return true;
        }
        for (Class<?> above : event.getInterfaces()) {
            if (above != root && root.isAssignableFrom(above) && hasCase(root, above)) {
                return true;
            }
        }
        return false;
    }
}
