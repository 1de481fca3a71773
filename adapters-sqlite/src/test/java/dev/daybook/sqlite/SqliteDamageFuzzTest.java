package dev.daybook.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.testkit.contract.DamagedFile;
import dev.daybook.testkit.memory.InMemoryStorage;
import dev.daybook.testkit.time.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** However a file is damaged, it is read or refused by name: a log of Daybook's, and one of the original schema. */
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before the first test
class SqliteDamageFuzzTest {

    @TempDir
    private static Path folder;

    private static DamagedFile log;
    private static byte[] original;

    @BeforeAll
    static void write() throws IOException, SQLException {
        log = DamagedFile.write(
                folder.resolve("log.db"),
                file -> SqliteStorage.builder(file)
                        .durability(SqliteDurability.NORMAL)
                        .clock(SettableClock.create())
                        .open());
        Path source = folder.resolve("original.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + source);
                Statement statement = connection.createStatement()) {
            statement.execute("create table events (id TEXT, event_type TEXT, event_data TEXT, aggregate_id TEXT,"
                    + " sequence INTEGER, timestamp TEXT)");
            statement.execute("create table snapshots (id TEXT, aggregate_id TEXT, state_data TEXT,"
                    + " sequence INTEGER, timestamp TEXT)");
            statement.execute("insert into events with recursive n(i) as (select 1 union all select i + 1 from n"
                    + " where i < 60) select printf('00000000-0000-4000-8000-%012d', i), 'OrderPlaced',"
                    + " '{\"price\":1.10}', 'order_' || i % 3, (i + 2) / 3, '2024-05-06T07:08:09.123456Z' from n");
            statement.execute("insert into snapshots values ('1', 'order_1', '{}', 1, '2024-05-06T07:08:09Z')");
        }
        original = Files.readAllBytes(source);
    }

    @FuzzTest(maxDuration = "10m")
    void a_damaged_log_is_read_or_refused(byte[] damage) throws IOException {
        log.useWith(damage);
    }

    @FuzzTest(maxDuration = "10m")
    void a_damaged_original_is_imported_or_refused(byte[] damage) throws IOException {
        Path source = folder.resolve("damaged.db");
        Files.write(source, DamagedFile.damaged(original, damage));
        List<OriginalSchemaImport.Finding> findings = new ArrayList<>();
        try (InMemoryStorage target = new InMemoryStorage(SettableClock.create())) {
            OriginalSchemaImport.Summary summary = OriginalSchemaImport.run(source, target.log(), findings::add);
            assertThat(target.log().head()).isEqualTo(summary.stored());
            assertThat(findings).hasSize((int) (summary.refused() + summary.cut() + summary.snapshots()));
        } catch (StorageException refused) {
            assertThat(refused).hasMessageContaining("damaged.db");
        }
    }
}
