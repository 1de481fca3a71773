package dev.daybook.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.sample.Events;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever this process opens and closes of a file, other processes keep away from what it still uses. */
class SqliteProcessesTest {

    private static final int ROUNDS = 60;
    private static final int OPENERS = 4;

    @TempDir
    private Path folder;

    @Test
    void another_process_that_comes_and_goes_leaves_the_write_ahead_log_to_who_has_the_file_open() throws Exception {
        Path file = folder.resolve("log.db");
        try (Storage storage = SqliteStorage.open(file)) {
            for (int stored = 1; stored <= 3; stored++) {
                storage.log().append(Events.append("order_1"));
                assertThat(storage.log().head()).isEqualTo(stored);
                SqliteStorage.open(file).close();

                assertThat(eventsSeenFromOutside(file)).isEqualTo(stored);
                assertThat(folder.resolve("log.db-wal")).exists();
            }
        }
    }

    @Test
    void an_import_leaves_the_source_to_the_program_that_has_it_open() throws Exception {
        Path source = folder.resolve("audit.db");
        try (Storage storage = SqliteStorage.open(folder.resolve("log.db"));
                Connection original = DriverManager.getConnection("jdbc:sqlite:" + source);
                Statement statement = original.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("create table events (id, event_type, event_data, aggregate_id, sequence, timestamp)");
            statement.execute("create table snapshots (id, aggregate_id, state_data, sequence, timestamp)");
            OriginalSchemaImport.run(source, storage.log(), refused -> {});

            shell(source, "select count(*) from events");
            assertThat(folder.resolve("audit.db-wal")).exists();
        }
    }

    @Test
    void a_new_file_that_several_open_at_once_is_nobody_s_stranger() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Path file = folder.resolve(round + ".db");
            CyclicBarrier start = new CyclicBarrier(OPENERS);
            List<Future<Boolean>> openings = new ArrayList<>();
            for (int i = 0; i < OPENERS; i++) {
                FutureTask<Boolean> opening = new FutureTask<>(() -> {
                    start.await();
                    SqliteStorage.open(file).close();
                    return true;
                });
                Thread.ofPlatform().start(opening);
                openings.add(opening);
            }
            for (Future<Boolean> opening : openings) {
                assertThat(opening.get()).as("opened in round %s", round).isTrue();
            }
        }
    }

    private static int eventsSeenFromOutside(Path file) throws IOException, InterruptedException {
        return Integer.parseInt(shell(file, "select count(*) from event_log"));
    }

    private static String shell(Path file, String sql) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sqlite3", file.toString(), sql)
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(output).isZero();
        return output.strip();
    }
}
