package dev.daybook.torture.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The embedded engines keep what they promise when the power goes. */
class PowerLossIT {

    private static final int DISKS = Integer.getInteger("daybook.disks", 24);
    private static final long SEED = Long.getLong("daybook.seed", System.nanoTime());

    @ParameterizedTest
    @EnumSource
    void a_power_loss_takes_what_was_not_promised_and_nothing_else(Embedded engine, @TempDir Path folder)
            throws Exception {
        System.out.println("PowerLossIT: " + engine + ", -Ddaybook.seed=" + SEED);
        PowerLoss.Findings found = new PowerLoss(engine, SEED).run(folder, DISKS);
        assertThat(found.failures()).as("seed " + SEED).isEmpty();
        // The weaker modes show that the model does take away what was not synced.
        assertThat(found.mostLost() > 0).as("appends were lost").isEqualTo(engine.grade() != Embedded.Grade.WHOLE);
    }
}
