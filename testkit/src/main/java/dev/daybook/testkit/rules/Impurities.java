package dev.daybook.testkit.rules;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes an answer depend on more than its arguments. */
final class Impurities {

    private static final Set<String> CLOCKS =
            Set.of("java.time.Clock", "java.time.InstantSource", "java.util.Calendar");
    private static final Set<String> DICE = Set.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.security.SecureRandom",
            "java.util.concurrent.ThreadLocalRandom",
            "dev.daybook.ports.event.EventIds");
    private static final Set<String> THREADS =
            Set.of("java.lang.Thread", "java.lang.ThreadLocal", "java.lang.InheritableThreadLocal", "java.util.Timer");
    private static final Set<String> OUTSIDE =
            Set.of("java.lang.Process", "java.lang.ProcessBuilder", "java.lang.Runtime", "java.util.Scanner");
    private static final Set<String> CLOCK_CALLS =
            Set.of("java.lang.System.currentTimeMillis", "java.lang.System.nanoTime");
    private static final Set<String> DICE_CALLS =
            Set.of("java.util.UUID.randomUUID", "java.lang.Math.random", "java.util.Collections.shuffle");
    private static final Set<String> MACHINE_CALLS =
            Set.of("java.time.ZoneId.systemDefault", "java.util.Locale.getDefault", "java.util.TimeZone.getDefault");
    private static final Set<String> PLAIN_SYSTEM = Set.of("arraycopy", "identityHashCode", "lineSeparator");

    private Impurities() {}

    /** What is impure in a class being used at all, or null. */
    static @Nullable String ofClass(JavaClass used) {
        String name = used.getName();
        String place = used.getPackageName();
        if (CLOCKS.contains(name)) {
            return "a clock";
        }
        if (DICE.contains(name) || within(place, "java.util.random")) {
            return "randomness";
        }
        if (THREADS.contains(name) || (within(place, "java.util.concurrent") && !name.endsWith(".TimeUnit"))) {
            return "threads";
        }
        return OUTSIDE.contains(name) || isInputOutput(name, place) ? "I/O" : ofDaybook(place);
    }

    /** What is impure in a method or constructor being called, or null. */
    static @Nullable String ofCall(AccessTarget target) {
        String owner = target.getOwner().getName();
        String called = owner + "." + target.getName();
        boolean now = owner.startsWith("java.time.") && target.getName().equals("now");
        if (now || CLOCK_CALLS.contains(called) || target.getFullName().equals("java.util.Date.<init>()")) {
            return "a clock";
        }
        if (DICE_CALLS.contains(called)) {
            return "randomness";
        }
        boolean system = owner.equals("java.lang.System") && !PLAIN_SYSTEM.contains(target.getName());
        return system || MACHINE_CALLS.contains(called) ? "the machine it runs on" : null;
    }

    private static boolean isInputOutput(String name, String place) {
        return (within(place, "java.io") && !name.equals("java.io.Serializable"))
                || within(place, "java.nio")
                || within(place, "java.net")
                || within(place, "java.sql");
    }

    private static @Nullable String ofDaybook(String place) {
        boolean port = within(place, "dev.daybook.ports") && !within(place, "dev.daybook.ports.event");
        if (port) {
            return "a port";
        }
        boolean service = within(place, "dev.daybook.core")
                && !within(place, "dev.daybook.core.aggregate")
                && !within(place, "dev.daybook.core.fold");
        return service ? "a service of Daybook" : null;
    }

    private static boolean within(String place, String root) {
        return place.equals(root) || place.startsWith(root + ".");
    }
}
