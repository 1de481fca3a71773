package dev.daybook.torture.kill;

import dev.daybook.torture.engine.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Whom to kill when: all that follows from a seed. */
final class Plan {

    private static final int LEAST_MILLIS = 20;
    private static final int MOST_MILLIS = 250;

    private Plan() {}

    /** The same for the same seed, number and engine. */
    static List<Kill> of(long seed, int kills, Engine engine) {
        Random random = new Random(seed);
        List<Kill> plan = new ArrayList<>();
        for (int kill = 0; kill < kills; kill++) {
            plan.add(new Kill(
                    target(random.nextInt(10), engine),
                    Duration.ofMillis(LEAST_MILLIS + random.nextInt(MOST_MILLIS)),
                    random.nextLong()));
        }
        return plan;
    }

    private static Kill.Target target(int chance, Engine engine) {
        if (!engine.isServer()) {
            return chance < 8 ? Kill.Target.WRITER : Kill.Target.ALL_WRITERS;
        }
        return switch (chance) {
            case 0, 1, 2, 3 -> Kill.Target.WRITER;
            case 4 -> Kill.Target.ALL_WRITERS;
            case 5, 6, 7 -> Kill.Target.SERVER_PROCESS;
            default -> Kill.Target.SERVER;
        };
    }
}
