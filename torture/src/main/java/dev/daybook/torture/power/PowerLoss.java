package dev.daybook.torture.power;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.torture.engine.ClassPath;
import dev.daybook.torture.engine.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Power loss for an embedded engine: a process is recorded while it appends; then, for moment after moment, disks as the power
 * loss could have left them are opened, and each must hold every append that was acknowledged, and of the one under way all or
 * nothing.
 */
public final class PowerLoss {

    private static final int APPENDS = 240;
    private static final int FATES = 4;
    private static final long PATIENCE_MINUTES = 5;

    /** A file without its first blocks may be anything. */
    private static final Set<Fault> DAMAGED = EnumSet.of(Fault.DAMAGED, Fault.FOREIGN);

    private static final String CALLS =
            "trace=write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,fsync,fdatasync,"
                    + "fallocate,copy_file_range,sendfile,openat,unlink,unlinkat,rename,renameat,renameat2,link,linkat,mmap";

    private final Embedded engine;
    private final long seed;

    /**
     * For one engine in one mode.
     *
     * @param engine which, and so what a power loss may do to its log
     * @param seed of the appends, the moments and what is left of unsynced writes
     */
    public PowerLoss(Embedded engine, long seed) {
        this.engine = engine;
        this.seed = seed;
    }

    /**
     * What was found.
     *
     * @param disks how many disks were opened
     * @param acknowledged how many appends were recorded
     * @param syncs how many syncs they took
     * @param mostLost how many acknowledged appends were missing on one disk, at most
     * @param refused how many disks were refused as damaged: by a mode that says so, or while the log was being made
     * @param failures what is wrong, with the moment and what was left; empty if nothing
     */
    public record Findings(int disks, int acknowledged, long syncs, int mostLost, int refused, List<String> failures) {}

    /**
     * Records and tries.
     *
     * @param folder an empty folder to work in, on any file system
     * @param disks how many disks to open
     * @return what was found
     * @throws IOException if the files cannot be written
     * @throws InterruptedException if interrupted
     */
    public Findings run(Path folder, int disks) throws IOException, InterruptedException {
        Path recorded = Files.createDirectory(folder.resolve("recorded")).toRealPath();
        Path trace = folder.resolve("trace");
        record(recorded, trace);
        Recording recording = Recording.read(trace, recorded);
        Files.delete(trace);
        return tryAll(recording, folder, disks);
    }

    private void record(Path recorded, Path trace) throws IOException, InterruptedException {
        Path complaints = recorded.resolveSibling("complaints");
        List<String> command =
                new ArrayList<>(List.of("strace", "-f", "--seccomp-bpf", "-y", "-xx", "-s", "16777216", "-e", CALLS));
        command.addAll(List.of("-o", trace.toString()));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                ClassPath.own(),
                PoweredWriter.class.getName(),
                engine.name(),
                recorded.resolve("log").toString(),
                Long.toString(seed),
                Integer.toString(APPENDS)));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(complaints.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IOException("strace, which records what is written, cannot be started: install it", e);
        }
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("the recorded process has not ended after " + PATIENCE_MINUTES + " minutes");
        }
        if (process.exitValue() != 0) {
            throw new IOException("the recorded process failed: " + Files.readString(complaints));
        }
    }

    private Findings tryAll(Recording recording, Path folder, int disks) throws IOException {
        Random random = new Random(seed);
        List<String> failures = new ArrayList<>();
        int mostLost = 0;
        int refused = 0;
        for (int number = 0; number < disks; number++) {
            Step last = recording.steps().get(random.nextInt(recording.steps().size()));
            // Right after it has begun, or right after it is done.
            int moment = 1 + (random.nextBoolean() ? last.begun() : last.done());
            Disk disk = new Disk(recording, moment);
            Fate fate = fate(number, disk, random);
            Path copy = Files.createDirectory(folder.resolve("disk-" + number));
            disk.put(copy, fate);
            Trial trial = new Trial(recording.told(moment), copy.resolve("log"));
            Optional<String> failure = trial.failure();
            if (failure.isPresent()) {
                failures.add("disk " + number + ", moment " + moment + " of " + recording.end()
                        + ", left of what was not synced: " + fate + ": " + failure.get());
            } else {
                Folders.delete(copy);
            }
            mostLost = Math.max(mostLost, trial.lost);
            refused += trial.refused ? 1 : 0;
        }
        long syncs = recording.steps().stream()
                .filter(step -> step.effect() instanceof Effect.Synced)
                .count();
        return new Findings(disks, APPENDS, syncs, mostLost, refused, List.copyOf(failures));
    }

    private static Fate fate(int number, Disk disk, Random random) {
        return switch (number % FATES) {
            case 0 -> new Fate.Nothing();
            case 1 -> new Fate.Everything();
            case 2 -> new Fate.Scattered(random, 0.05 + 0.9 * random.nextDouble());
            default -> new Fate.Torn(random, random.nextLong(disk.unsyncedSectors() + 1));
        };
    }

    /** One disk, opened by the engine. */
    private final class Trial {

        private final List<String> told;
        private final Path file;
        private int lost;
        private boolean refused;

        Trial(List<String> told, Path file) {
            this.told = told;
            this.file = file;
        }

        Optional<String> failure() {
            int acknowledged = (int) told.stream()
                    .filter(line -> !line.isEmpty() && Character.isDigit(line.charAt(0)))
                    .count();
            try (Storage storage = engine.open(file)) {
                int found = appendsIn(storage);
                lost = Math.max(0, acknowledged - found);
                if (engine.grade() == Embedded.Grade.WHOLE && lost > 0) {
                    return Optional.of(lost + " of " + acknowledged + " acknowledged appends are lost");
                }
                if (found > acknowledged + 1) {
                    return Optional.of(found + " appends are there, " + acknowledged + " were acknowledged");
                }
                AppendResult next = storage.log().append(PoweredWriter.append(seed, found + 1));
                return next instanceof AppendResult.Stored
                        ? Optional.empty()
                        : Optional.of("the next append was answered with " + next);
            } catch (StorageException e) {
                // Before it says that it is open, nobody has been promised anything.
                boolean mayBeRefused = told.isEmpty() || engine.grade() == Embedded.Grade.OR_REFUSED;
                refused = mayBeRefused && DAMAGED.contains(e.fault());
                return refused ? Optional.empty() : Optional.of(e.toString());
            } catch (IllegalStateException e) {
                return Optional.of(e.toString());
            }
        }

        /** How many appends the log is made of, which must be whole and in order. */
        private int appendsIn(Storage storage) {
            int found = 0;
            try (EventCursor cursor = storage.log().read(Query.all(), Range.all())) {
                while (cursor.hasNext()) {
                    found++;
                    for (NewEvent expected : PoweredWriter.append(seed, found).events()) {
                        StoredEvent event = cursor.hasNext() ? cursor.next() : null;
                        if (event == null || !event.event().equals(expected)) {
                            throw new IllegalStateException("append " + found + " is not whole: expected "
                                    + expected.id() + ", found " + event);
                        }
                    }
                }
            }
            return found;
        }
    }
}
