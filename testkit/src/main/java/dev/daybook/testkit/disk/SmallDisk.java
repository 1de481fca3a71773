package dev.daybook.testkit.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A file system of a few megabytes, mounted for one test. It takes root, and fails with the reason where that is missing. */
public final class SmallDisk implements AutoCloseable {

    private final Path place;

    private SmallDisk(Path place) {
        this.place = place;
    }

    /**
     * Mounts it.
     *
     * @param place an empty folder
     * @param size how large it is, such as {@code 4m}
     * @return the file system, to be closed
     * @throws AssertionError if this user may not mount
     */
    public static SmallDisk mounted(Path place, String size) {
        run("mount", "-t", "tmpfs", "-o", "size=" + size, "daybook-test", place.toString());
        return new SmallDisk(place);
    }

    /**
     * Where it is.
     *
     * @return the folder that it is mounted on
     */
    public Path place() {
        return place;
    }

    /** Lets nobody write to it. */
    public void readOnly() {
        run("mount", "-o", "remount,ro", place.toString());
    }

    /** Lets everybody write to it again. */
    public void writable() {
        run("mount", "-o", "remount,rw", place.toString());
    }

    @Override
    public void close() {
        run("umount", "--lazy", place.toString());
    }

    private static void run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError("the test of a full disk needs to mount one, as root: "
                        + String.join(" ", command) + ": " + output);
            }
        } catch (IOException e) {
            throw new AssertionError("the test of a full disk needs the mount command", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
