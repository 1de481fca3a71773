package dev.daybook.torture.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.torture.engine.Engine;
import dev.daybook.torture.engine.Site;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Processes and servers are killed at random moments, and nothing that was acknowledged is lost, nor anything half there.
 */
class KillIT {

    private static final long SEED = Long.getLong("daybook.seed", System.nanoTime());

    @ParameterizedTest
    @CsvSource({"SQLITE, 100", "H2, 20", "POSTGRESQL, 10", "MARIADB, 8"})
    void what_was_acknowledged_survives_and_nothing_else_is_half_there(Engine engine, int kills) throws Exception {
        System.out.println("KillIT: " + engine + ", " + kills + " kills, -Ddaybook.seed=" + SEED);
        try (Site site = Site.of(engine)) {
            KillResult result = new KillRun(site, SEED, kills, Duration.ofHours(1), (done, events, counts) -> {}).run();
            System.out.println("KillIT: " + result.counts() + ", " + result.events() + " events");
            assertThat(result.findings()).as("seed %s", SEED).isEmpty();
            assertThat(result.kills()).hasSize(kills);
            assertThat(result.counts().stored()).isGreaterThan(kills);
        }
    }
}
