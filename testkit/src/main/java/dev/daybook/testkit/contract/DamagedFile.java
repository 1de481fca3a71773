package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.testkit.time.SettableClock;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * A file with a small log in it that is damaged again and again, as a fuzzer says. However it is damaged, promise 11 holds: it is
 * opened and read or refused with a {@link StorageException}, in a bounded time, and no event is served that is not as it was
 * written.
 */
public final class DamagedFile {

    private static final int EVENTS = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path file;
    private final Function<Path, Storage> opening;
    private final List<StoredEvent> written;
    private final byte[] whole;

    private DamagedFile(Path file, Function<Path, Storage> opening, List<StoredEvent> written, byte[] whole) {
        this.file = file;
        this.opening = opening;
        this.written = written;
        this.whole = whole;
    }

    /**
     * Writes the log that will be damaged.
     *
     * @param file where the storage keeps it; whatever begins with its name belongs to it
     * @param opening opens a storage on it
     * @return the file
     * @throws IOException if it cannot be read again
     */
    public static DamagedFile write(Path file, Function<Path, Storage> opening) throws IOException {
        List<StoredEvent> written = new ArrayList<>();
        try (Storage storage = opening.apply(file)) {
            for (int n = 0; n < EVENTS; n++) {
                written.addAll(Results.stored(storage.log().append(Append.of(event(n)))));
            }
        }
        return new DamagedFile(file, opening, List.copyOf(written), Files.readAllBytes(file));
    }

    private static NewEvent event(int n) {
        UUID id = new UUID(0x7000, 0x8000_0000_0000_0000L | n);
        EventType type = EventType.of(n % 2 == 0 ? "order_placed" : "order_filled");
        NewEvent plain = NewEvent.of(id, "order_" + n % 3, type, Samples.PAYLOAD, SettableClock.START);
        return n % 4 == 0
                ? plain
                : plain.tagged(Tag.of("desk", "fx")).with(Metadata.by("alice").with("host", "a"));
    }

    /**
     * Damages the file, uses it as a service would, and checks what it answers.
     *
     * @param damage four bytes for each place: three for where, one for what stands there from now on; three bytes left over say
     *     where the file is cut off
     * @throws IOException if the damaged file cannot be written
     */
    public void useWith(byte[] damage) throws IOException {
        removeAll();
        Files.write(file, damaged(whole, damage));
        long start = System.nanoTime();
        try (Storage storage = opening.apply(file)) {
            served(storage, Query.all(), Range.all());
            served(storage, Query.all(), Range.newestFirst().limit(7));
            served(storage, Query.aggregate("order_1"), Range.all().fromSequence(2));
            served(storage, Query.tags(Tag.of("desk", "fx")), Range.all());
            storage.log().append(Append.of(event(EVENTS)));
            served(storage, Query.all(), Range.all());
        } catch (StorageException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
    }

    private void served(Storage storage, Query query, Range range) {
        try (EventCursor cursor = storage.log().read(query, range)) {
            // A file that was cut to nothing is a new log; what was just appended is not of the old one.
            cursor.stream()
                    .filter(event -> !event.id().equals(event(EVENTS).id()))
                    .forEach(event -> assertThat(written).contains(event));
        } catch (StorageException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    /**
     * Damages bytes.
     *
     * @param whole as they were
     * @param damage as in {@link #useWith}
     * @return a changed copy
     */
    public static byte[] damaged(byte[] whole, byte[] damage) {
        byte[] bytes = whole.clone();
        int at = 0;
        for (; at + 4 <= damage.length; at += 4) {
            bytes[place(damage, at, bytes.length)] = damage[at + 3];
        }
        return at + 3 == damage.length ? Arrays.copyOf(bytes, place(damage, at, bytes.length)) : bytes;
    }

    private static int place(byte[] damage, int at, int length) {
        int high = Byte.toUnsignedInt(damage[at]) << 16;
        int middle = Byte.toUnsignedInt(damage[at + 1]) << 8;
        return (high + middle + Byte.toUnsignedInt(damage[at + 2])) % length;
    }

    private void removeAll() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file.getFileName() + "*")) {
            for (Path one : files) {
                Files.delete(one);
            }
        }
    }
}
