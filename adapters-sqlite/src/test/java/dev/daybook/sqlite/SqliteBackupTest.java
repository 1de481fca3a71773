package dev.daybook.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SqliteBackupTest {

    private static final int BACKUPS = 5;

    @TempDir
    private Path folder;

    @Test
    void each_backup_taken_while_others_write_is_the_log_as_it_was_at_one_moment() throws Exception {
        Path file = folder.resolve("log.db");
        AtomicBoolean writing = new AtomicBoolean(true);
        Phaser written = new Phaser(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2);
                Storage storage = SqliteStorage.open(file)) {
            Future<?> writer = threads.submit(() -> {
                while (writing.get()) {
                    storage.log().append(Events.append("order_1"));
                    written.arrive();
                }
            });
            long before = 0;
            for (int n = 0; n < BACKUPS; n++) {
                written.awaitAdvance(written.getPhase());
                Path backup = folder.resolve("backup-" + n + ".db");
                long head = storage.log().head();
                SqliteStorage.backup(file, backup);
                List<StoredEvent> events = all(backup);
                assertThat(events.size()).isGreaterThanOrEqualTo((int) head).isGreaterThan((int) before);
                try (Stream<StoredEvent> originals =
                        storage.log().read(Query.all(), Range.all().upTo(events.size())).stream()) {
                    assertThat(events).isEqualTo(originals.toList());
                }
                before = events.size();
            }
            writing.set(false);
            writer.get();
        }
    }

    @Test
    void a_backup_takes_no_other_files_place_and_leaves_nothing_behind_where_it_is_refused() throws IOException {
        Path file = folder.resolve("log.db");
        try (Storage storage = SqliteStorage.open(file)) {
            storage.log().append(Events.append("order_1"));
        }
        Path taken = Files.writeString(folder.resolve("letters.txt"), "dear");
        refused(file, taken, "exists already");
        refused(file, folder.resolve("no-such-folder").resolve("backup.db"), "does not exist");
        refused(folder.resolve("no-such.db"), folder.resolve("backup.db"), "does not exist");
        refused(taken, folder.resolve("backup.db"), "letters.txt");
        assertThat(taken).hasContent("dear");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, taken);
        }
    }

    @Test
    void a_backup_is_a_log_that_goes_on() {
        Path file = folder.resolve("log.db");
        Path backup = folder.resolve("backup.db");
        try (Storage storage = SqliteStorage.open(file)) {
            storage.log().append(Events.append("order_1"));
            SqliteStorage.backup(file, backup);
        }
        try (Storage restored = SqliteStorage.open(backup)) {
            restored.log().append(Events.append("order_1"));
        }
        assertThat(all(backup)).extracting(StoredEvent::sequence).containsExactly(1L, 2L);
    }

    private static void refused(Path file, Path backup, String why) {
        assertThatThrownBy(() -> SqliteStorage.backup(file, backup))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(why);
    }

    private static List<StoredEvent> all(Path file) {
        try (Storage storage = SqliteStorage.open(file);
                Stream<StoredEvent> events = storage.log().read(Query.all(), Range.all()).stream()) {
            return events.toList();
        }
    }
}
