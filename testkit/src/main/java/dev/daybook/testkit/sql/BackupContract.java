package dev.daybook.testkit.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.snapshot.Snapshot;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.testkit.sample.Events;
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

/** What a backup of a log in a file is; an adapter's test extends it. */
@Timeout(120)
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test
public abstract class BackupContract {

    private static final int BACKUPS = 5;

    @TempDir
    private Path folder;

    /** For a subclass of an adapter's tests. */
    protected BackupContract() {}

    /**
     * What a file is called.
     *
     * @param name the name alone
     * @return the name with the ending that the engine gives it
     */
    protected abstract String fileName(String name);

    /**
     * Opens a log in a file.
     *
     * @param file the file, made if it does not exist
     * @return the storage, to be closed
     */
    protected abstract Storage open(Path file);

    /**
     * Backs a log up.
     *
     * @param file the log's
     * @param backup the file to make
     */
    protected abstract void backup(Path file, Path backup);

    private Path file(String name) {
        return folder.resolve(fileName(name));
    }

    @Test
    void each_backup_taken_while_others_write_is_the_log_as_it_was_at_one_moment() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        Phaser written = new Phaser(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2);
                Storage storage = open(file("log"))) {
            Future<?> writer = threads.submit(() -> {
                while (writing.get()) {
                    storage.log().append(Events.append("order_1"));
                    written.arrive();
                }
            });
            long before = 0;
            for (int n = 0; n < BACKUPS; n++) {
                written.awaitAdvance(written.getPhase());
                long head = storage.log().head();
                backup(file("log"), file("backup-" + n));
                List<StoredEvent> events = all(file("backup-" + n));
                assertThat(events.size()).isGreaterThanOrEqualTo((int) head).isGreaterThan((int) before);
                assertThat(events)
                        .isEqualTo(Events.read(
                                storage.log(), Query.all(), Range.all().upTo(events.size())));
                before = events.size();
            }
            writing.set(false);
            writer.get();
        }
    }

    @Test
    void a_backup_takes_no_other_files_place_and_leaves_nothing_behind_where_it_is_refused() throws IOException {
        Path file = file("log");
        try (Storage storage = open(file)) {
            storage.log().append(Events.append("order_1"));
        }
        Path taken = Files.writeString(file("letters"), "dear");
        refused(file, taken, "exists already");
        refused(file, folder.resolve("no-such-folder").resolve(fileName("backup")), "does not exist");
        refused(file("no-such"), file("backup"), "does not exist");
        refused(taken, file("backup"), fileName("letters"));
        assertThat(taken).hasContent("dear");
        // Beside a file that is not its own, H2 leaves a trace of having refused it.
        try (Stream<Path> files =
                Files.list(folder).filter(path -> !path.toString().endsWith(".trace.db"))) {
            assertThat(files).containsExactlyInAnyOrder(file, taken);
        }
    }

    @Test
    void a_backup_is_a_log_that_goes_on_and_has_the_snapshots() {
        Snapshot snapshot = new Snapshot("order_1", 1, "order/1", Events.WHEN, Events.WHEN, Payload.json("{\"a\":1}"));
        try (Storage storage = open(file("log"))) {
            storage.log().append(Events.append("order_1"));
            storage.snapshots().save(snapshot);
            backup(file("log"), file("backup"));
        }
        try (Storage restored = open(file("backup"))) {
            restored.log().append(Events.append("order_1"));
            assertThat(restored.snapshots().newest("order_1", "order/1")).contains(snapshot);
        }
        assertThat(all(file("backup"))).extracting(StoredEvent::sequence).containsExactly(1L, 2L);
    }

    private void refused(Path file, Path backup, String why) {
        assertThatThrownBy(() -> backup(file, backup))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(why);
    }

    private List<StoredEvent> all(Path file) {
        try (Storage storage = open(file)) {
            return Events.all(storage.log());
        }
    }
}
