package dev.daybook.torture.fault;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;

/** The file of an embedded engine is damaged again and again: an event is served as it was written, or refused by name. */
final class DamagedFiles implements Inflicted {

    private static final int APPENDS = 150;
    private static final int TIMES = 40;
    private static final int PAGE = 4096;

    private final BiFunction<byte[], Random, byte[]> damage;

    private DamagedFiles(BiFunction<byte[], Random, byte[]> damage) {
        this.damage = damage;
    }

    /** Every bit of one page is turned. */
    static DamagedFiles pages() {
        return new DamagedFiles((whole, random) -> {
            byte[] bytes = whole.clone();
            int start = random.nextInt(Math.max(1, bytes.length / PAGE)) * PAGE;
            for (int at = start; at < Math.min(bytes.length, start + PAGE); at++) {
                bytes[at] ^= (byte) 0xff;
            }
            return bytes;
        });
    }

    /** One bit is turned. */
    static DamagedFiles bits() {
        return new DamagedFiles((whole, random) -> {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            return bytes;
        });
    }

    /** The file ends earlier. */
    static DamagedFiles cuts() {
        return new DamagedFiles((whole, random) -> Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1)));
    }

    @Override
    public String on(Trial trial) throws IOException {
        try (Storage storage = trial.site().open()) {
            trial.fill(storage, APPENDS);
        }
        Path file = trial.site().file();
        byte[] whole = Files.readAllBytes(file);
        Map<Fault, Integer> named = new EnumMap<>(Fault.class);
        int unharmed = 0;
        for (int time = 0; time < TIMES; time++) {
            replace(file, damage.apply(whole, trial.random()));
            try {
                serve(trial);
                unharmed++;
            } catch (StorageException e) {
                Trial.require(e.getMessage() != null && !e.getMessage().isBlank(), "a fault without a word");
                named.merge(e.fault(), 1, Integer::sum);
            }
        }
        replace(file, whole);
        trial.check();
        return TIMES + " times: named " + named + ", every event still as it was written " + unharmed
                + "; the file put back, all is well";
    }

    /** A log of another length than was written is not noticed by reading it, so that is asked for. */
    private static void serve(Trial trial) {
        Set<StoredEvent> written = new HashSet<>(trial.told());
        long served = 0;
        try (Storage storage = trial.site().open();
                EventCursor cursor = storage.log().read(Query.all(), Range.all())) {
            while (cursor.hasNext()) {
                StoredEvent event = cursor.next();
                served++;
                Trial.require(written.contains(event), "served and not as it was written: " + event);
                Trial.require(event.position() == served, "served out of its place: " + event);
            }
        }
        Trial.require(
                served == written.size(),
                "of " + written.size() + " events only " + served + " were served, and no fault was named");
    }

    /** With nothing beside it that belongs to the old one. */
    private static void replace(Path file, byte[] content) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(file.getParent(), "log*")) {
            for (Path one : all) {
                Files.delete(one);
            }
        }
        Files.write(file, content);
    }
}
