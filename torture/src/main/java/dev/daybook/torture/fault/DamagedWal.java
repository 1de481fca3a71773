package dev.daybook.torture.fault;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The write-ahead log of an SQLite file is cut off, as it is after a file was copied without care. What stood behind the cut is
 * gone, and nobody can know of it; what is left is whole appends from the beginning on.
 */
final class DamagedWal implements Inflicted {

    private static final int APPENDS = 60;
    private static final int TIMES = 25;

    @Override
    public String on(Trial trial) throws IOException {
        Path kept = Files.createDirectory(trial.site().folder().resolve("kept"));
        try (Storage storage = trial.site().open()) {
            trial.fill(storage, APPENDS);
            copy(trial.site().file(), kept.resolve("log.db"));
            copy(wal(trial.site().file()), kept.resolve("log.db-wal"));
        }
        long least = Long.MAX_VALUE;
        for (int time = 0; time < TIMES; time++) {
            Files.deleteIfExists(trial.site().folder().resolve("log.db-shm"));
            copy(kept.resolve("log.db"), trial.site().file());
            copy(kept.resolve("log.db-wal"), wal(trial.site().file()));
            cut(wal(trial.site().file()), trial.random().nextDouble());
            least = Math.min(least, beginning(trial));
        }
        return TIMES + " times: what is left are whole appends from the beginning on, at least " + least + " of "
                + trial.told().size() + " events";
    }

    private static long beginning(Trial trial) {
        try (Storage storage = trial.site().open();
                EventCursor cursor = storage.log().read(Query.all(), Range.all())) {
            List<StoredEvent> left = cursor.stream().toList();
            Trial.require(
                    left.equals(trial.told().subList(0, left.size()))
                            && storage.log().head() == left.size(),
                    "what is left is not the beginning");
            return left.size();
        } catch (StorageException e) {
            Trial.require(e.fault() != Fault.FAILED, "without a name: " + e);
            return 0;
        }
    }

    private static Path wal(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void cut(Path file, double share) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate((long) (channel.size() * share));
        }
    }
}
