package dev.daybook.torture.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.torture.engine.Engine;
import dev.daybook.torture.engine.Site;
import java.time.Duration;

/** A short run on one engine: nothing that was acknowledged is lost, nor anything half there. */
final class Kills {

    private static final long SEED = Long.getLong("daybook.seed", System.nanoTime());

    private Kills() {}

    static void assertHarmless(Engine engine, int kills) throws Exception {
        System.out.println(engine + ": " + kills + " kills, -Ddaybook.seed=" + SEED);
        try (Site site = Site.of(engine)) {
            KillResult result = new KillRun(site, SEED, kills, Duration.ofHours(1), (done, events, counts) -> {}).run();
            System.out.println(engine + ": " + result.counts() + ", " + result.events() + " events");
            assertThat(result.findings()).as("seed %s", SEED).isEmpty();
            assertThat(result.kills()).hasSize(kills);
            assertThat(result.counts().stored()).isGreaterThan(kills);
        }
    }
}
