package dev.daybook.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
class H2BackupTest {

    private static final int BACKUPS = 5;
    private static final EventIds IDS = new EventIds();

    @TempDir
    private Path folder;

    @Test
    void each_backup_taken_while_others_write_is_the_log_as_it_was_at_one_moment() throws Exception {
        Path file = folder.resolve("log.mv.db");
        AtomicBoolean writing = new AtomicBoolean(true);
        Phaser written = new Phaser(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2);
                Storage storage = H2Storage.open(file)) {
            Future<?> writer = threads.submit(() -> {
                while (writing.get()) {
                    storage.log().append(append());
                    written.arrive();
                }
            });
            long before = 0;
            for (int n = 0; n < BACKUPS; n++) {
                written.awaitAdvance(written.getPhase());
                Path backup = folder.resolve("backup-" + n + ".mv.db");
                long head = storage.log().head();
                H2Storage.backup(file, backup);
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
        Path file = folder.resolve("log.mv.db");
        try (Storage storage = H2Storage.open(file)) {
            storage.log().append(append());
        }
        Path taken = Files.writeString(folder.resolve("letters.mv.db"), "dear");
        refused(file, taken, "exists already");
        refused(file, folder.resolve("no-such-folder").resolve("backup.mv.db"), "does not exist");
        refused(folder.resolve("no-such.mv.db"), folder.resolve("backup.mv.db"), "does not exist");
        refused(taken, folder.resolve("backup.mv.db"), "letters.mv.db");
        assertThat(taken).hasContent("dear");
        // Beside a file that is not its own, H2 leaves a trace of having refused it.
        try (Stream<Path> files =
                Files.list(folder).filter(path -> !path.toString().endsWith(".trace.db"))) {
            assertThat(files).containsExactlyInAnyOrder(file, taken);
        }
    }

    @Test
    void a_backup_is_a_log_that_goes_on() {
        Path file = folder.resolve("log.mv.db");
        Path backup = folder.resolve("backup.mv.db");
        try (Storage storage = H2Storage.open(file)) {
            storage.log().append(append());
            H2Storage.backup(file, backup);
        }
        try (Storage restored = H2Storage.open(backup)) {
            restored.log().append(append());
        }
        assertThat(all(backup)).extracting(StoredEvent::sequence).containsExactly(1L, 2L);
    }

    private static Append append() {
        return Append.of(NewEvent.of(
                IDS.next(),
                "order_1",
                EventType.of("order_placed"),
                Payload.json("{\"quantity\":5}"),
                Instant.parse("2026-03-01T12:00:00.123456Z")));
    }

    private static void refused(Path file, Path backup, String why) {
        assertThatThrownBy(() -> H2Storage.backup(file, backup))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(why);
    }

    private static List<StoredEvent> all(Path file) {
        try (Storage storage = H2Storage.open(file);
                Stream<StoredEvent> events = storage.log().read(Query.all(), Range.all()).stream()) {
            return events.toList();
        }
    }
}
