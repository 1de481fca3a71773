package dev.daybook.torture.fault;

import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.testkit.disk.SmallDisk;
import dev.daybook.torture.engine.Engine;
import dev.daybook.torture.engine.Opening;
import dev.daybook.torture.engine.Site;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** The disk becomes full in the middle of an append; then there is space again. */
final class FullDisk implements Inflicted {

    private static final int EVENTS = 800;
    private static final int LEFT = 3 << 20;
    private static final int MOST_APPENDS = 2_000;
    private static final int CHUNK = 1 << 16;

    @Override
    public String inflict(Engine engine, Random random) throws Exception {
        Path place = Files.createTempDirectory("daybook-disk");
        try (SmallDisk disk = SmallDisk.mounted(place, megabytes(engine) + "m");
                Site site = Site.in(engine, disk.place())) {
            return on(new Trial(site, random));
        } finally {
            Files.delete(place);
        }
    }

    /** With enough for an empty log, and for what a server makes ahead. */
    private static int megabytes(Engine engine) {
        return switch (engine) {
            case SQLITE, H2 -> 16;
            case POSTGRESQL -> 128;
            case MARIADB -> 256;
        };
    }

    @Override
    public String on(Trial trial) throws IOException {
        try (Storage storage = trial.site()
                .open(Opening.usual().patience(Duration.ofSeconds(1)).timeout(Duration.ofSeconds(10)))) {
            trial.fill(storage, 10);
            Path ballast = fillUpTo(trial.site().parent(), LEFT);
            Append failed = trial.append(EVENTS);
            StorageException full = appendUntilFull(trial, storage, failed);
            boolean up =
                    !trial.site().engine().isServer() || trial.site().server().isRunning();
            if (up) {
                trial.check(storage);
            }
            Files.delete(ballast);
            if (!up) {
                trial.site().server().start();
            }
            trial.store(storage, trial.append(1));
            trial.check(storage);
            return "refused as " + full.fault()
                    + (up ? ", and all that was acknowledged still read" : ", the server went down" + " by itself")
                    + "; with space again, " + trial.told().size() + " events, none lost";
        }
    }

    /** Leaves so many bytes free; whoever deletes the file has space again. */
    private static Path fillUpTo(Path place, long free) throws IOException {
        Path ballast = place.resolve("ballast");
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            for (long left = Files.getFileStore(place).getUsableSpace() - free; left > 0; left -= CHUNK) {
                out.write(chunk);
            }
        }
        return ballast;
    }

    private static StorageException appendUntilFull(Trial trial, Storage storage, Append last) {
        try {
            for (int n = 0; n < MOST_APPENDS; n++) {
                trial.store(storage, trial.append(EVENTS));
            }
            throw new AssertionError("the disk took " + trial.store(storage, last) + " and was not full");
        } catch (StorageException e) {
            Trial.require(
                    e.fault() == Fault.FULL || e.fault() == Fault.UNAVAILABLE || e.fault() == Fault.UNKNOWN,
                    "a full disk is called " + e);
            return e;
        }
    }
}
