package dev.daybook.torture.kill;

import dev.daybook.torture.engine.Engine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers, and processes that write to them, are killed at random moments. */
class KilledServersIT {

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, 10", "MARIADB, 8"})
    void what_was_acknowledged_survives_and_nothing_else_is_half_there(Engine engine, int kills) throws Exception {
        Kills.assertHarmless(engine, kills);
    }
}
