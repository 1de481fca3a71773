package dev.daybook.torture.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of its own in memory, mounted for one scenario. It takes root, and says so where that is missing. */
final class SmallDisk implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final Path place;

    private SmallDisk(Path place) {
        this.place = place;
    }

    static SmallDisk of(int megabytes) throws IOException {
        Path place = Files.createTempDirectory("daybook-disk");
        run("mount", "-t", "tmpfs", "-o", "mode=1777,size=" + megabytes + "m", "daybook-torture", place.toString());
        return new SmallDisk(place);
    }

    Path place() {
        return place;
    }

    /** Leaves so many bytes free; whoever deletes the file has space again. */
    static Path fillUpTo(Path place, long free) throws IOException {
        Path ballast = place.resolve("ballast");
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            for (long left = Files.getFileStore(place).getUsableSpace() - free; left > 0; left -= CHUNK) {
                out.write(chunk);
            }
        }
        return ballast;
    }

    @Override
    public void close() throws IOException {
        run("umount", "--lazy", place.toString());
        Files.delete(place);
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new AssertionError(
                    "a full disk needs a small one to be mounted, which takes root: run as root, or for"
                            + " sqlite and h2 under unshare --map-root-user --mount. " + String.join(" ", command)
                            + ": "
                            + output.strip());
        }
    }
}
