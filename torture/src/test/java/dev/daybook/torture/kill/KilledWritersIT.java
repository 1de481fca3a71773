package dev.daybook.torture.kill;

import dev.daybook.torture.engine.Engine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Processes that write to a file are killed at random moments. */
class KilledWritersIT {

    @ParameterizedTest
    @CsvSource({"SQLITE, 100", "H2, 20"})
    void what_was_acknowledged_survives_and_nothing_else_is_half_there(Engine engine, int kills) throws Exception {
        Kills.assertHarmless(engine, kills);
    }
}
