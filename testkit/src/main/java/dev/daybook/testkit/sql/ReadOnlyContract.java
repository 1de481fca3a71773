package dev.daybook.testkit.sql;

import static dev.daybook.testkit.sample.Events.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Stretch;
import dev.daybook.ports.snapshot.Snapshot;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.disk.SmallDisk;
import dev.daybook.testkit.sample.Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a log in a file is that was opened for reading only; an adapter's test extends it. */
@Timeout(60)
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test
public abstract class ReadOnlyContract {

    private static final int EVENTS = 500;
    private static final String REFUSED = "was opened for reading only";

    @TempDir
    private Path folder;

    /** For a subclass of an adapter's tests. */
    protected ReadOnlyContract() {}

    /**
     * What a file is called.
     *
     * @param name the name alone
     * @return the name with the ending that the engine gives it
     */
    protected abstract String fileName(String name);

    /**
     * Opens a log in a file to write.
     *
     * @param file the file, made if it does not exist
     * @return the storage, to be closed
     */
    protected abstract Storage open(Path file);

    /**
     * Opens a log in a file for reading only.
     *
     * @param file the file
     * @return the storage, to be closed
     */
    protected abstract Storage openReadOnly(Path file);

    /**
     * How a URL names a file.
     *
     * @param file the file
     * @return the URL
     */
    protected abstract String url(Path file);

    private Path filled(Path place) {
        Path file = place.resolve(fileName("log"));
        try (Storage storage = open(file)) {
            storage.log().append(Events.append("order_1", EVENTS));
            storage.snapshots().save(snapshot(1));
        }
        return file;
    }

    @Test
    void everything_that_would_write_is_refused_and_the_file_stays_what_it_was() throws IOException {
        Path file = filled(folder);
        byte[] before = Files.readAllBytes(file);
        try (Storage storage = openReadOnly(file)) {
            List<StoredEvent> events = Events.allInOrder(storage);
            assertFault(Fault.READ_ONLY, REFUSED, () -> storage.log().append(Events.append("order_1")));
            assertFault(
                    Fault.READ_ONLY,
                    REFUSED,
                    () -> storage.continuation().take(new Stretch(List.of(after(events.getLast())))));
            assertFault(Fault.READ_ONLY, REFUSED, () -> storage.snapshots().save(snapshot(2)));
            assertFault(Fault.READ_ONLY, REFUSED, () -> storage.consumers().claim("mails", "me", Optional.empty()));
            assertThat(Events.allInOrder(storage)).isEqualTo(events).hasSize(EVENTS);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (Storage storage = open(file)) {
            storage.log().append(Events.append("order_1"));
        }
    }

    @Test
    void everything_can_be_read() throws InterruptedException {
        Path file = filled(folder);
        try (Storage storage = Storage.openReadOnly(url(file))) {
            StoredEvent last = Events.all(storage.log()).getLast();
            assertThat(storage.log().head()).isEqualTo(EVENTS);
            assertThat(storage.log().find(last.id())).contains(last);
            assertThat(storage.log().aggregates("", 10)).containsExactly("order_1");
            assertThat(storage.log().awaitBeyond(EVENTS, Duration.ofMillis(1))).isFalse();
            assertThat(storage.snapshots().newest("order_1", "order/1")).contains(snapshot(1));
            assertThat(storage.consumers().all()).isEmpty();
            assertThat(storage.views().find("orders", Set.of("order_1"))).isEmpty();
            assertThat(storage.description().durability()).contains("opened for reading only");
        }
    }

    @Test
    void a_log_on_a_disk_that_nobody_may_write_to_is_read() throws IOException {
        Path place = Files.createDirectory(folder.resolve("disk"));
        try (SmallDisk disk = SmallDisk.mounted(place, "8m")) {
            Path file = filled(disk.place());
            disk.readOnly();
            try (Storage storage = openReadOnly(file)) {
                assertThat(Events.allInOrder(storage)).hasSize(EVENTS);
                assertFault(Fault.READ_ONLY, REFUSED, () -> storage.log().append(Events.append("order_1")));
            }
        }
    }

    @Test
    void what_is_not_there_is_named_and_not_made() throws IOException {
        Path file = folder.resolve(fileName("log"));
        assertFault(Fault.MISSING, "does not exist", () -> openReadOnly(file));
        assertFault(
                Fault.MISSING,
                "does not exist",
                () -> openReadOnly(folder.resolve("nowhere").resolve("log")));
        assertThat(folder).isEmptyDirectory();
    }

    private static StoredEvent after(StoredEvent last) {
        return new StoredEvent(last.position() + 1, last.sequence() + 1, last.recordedAt(), Events.event("order_1"));
    }

    private static Snapshot snapshot(long sequence) {
        return new Snapshot("order_1", sequence, "order/1", Events.WHEN, Events.WHEN, Payload.json("{\"a\":1}"));
    }
}
