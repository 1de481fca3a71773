package dev.daybook.h2;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.daybook.testkit.contract.DamagedFile;
import dev.daybook.testkit.time.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** However a file is damaged, it is read or refused by name. */
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before the first test
class H2DamageFuzzTest {

    @TempDir
    private static Path folder;

    private static DamagedFile log;

    @BeforeAll
    static void write() throws IOException {
        log = DamagedFile.write(
                folder.resolve("log.mv.db"),
                file -> H2Storage.builder(file)
                        .durability(H2Durability.NORMAL)
                        .clock(SettableClock.create())
                        .open());
    }

    @FuzzTest(maxDuration = "10m")
    void a_damaged_log_is_read_or_refused(byte[] damage) throws IOException {
        log.useWith(damage);
    }
}
