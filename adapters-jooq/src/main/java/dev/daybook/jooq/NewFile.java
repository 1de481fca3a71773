package dev.daybook.jooq;

import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that appears whole and on disk, or not at all, and never in the place of another. */
public final class NewFile {

    private NewFile() {}

    /**
     * Writes it under a name of its own first, and gives it its name when it is whole.
     *
     * @param part the name until then, in the same folder
     * @param file the name it is to have
     * @param writing makes the file of the first name
     * @throws StorageException if the file exists already or cannot be made
     */
    public static void write(Path part, Path file, Runnable writing) {
        if (!writeUnlessThere(part, file, writing)) {
            throw new StorageException(
                    Fault.FAILED,
                    file + " exists already, and nothing is written over. Give the name of a new file",
                    null);
        }
    }

    /**
     * The same for who is content if somebody else has made the file meanwhile.
     *
     * @param part the name until it is whole, in the same folder
     * @param file the name it is to have
     * @param writing makes the file of the first name
     * @return false if there was a file of that name, which is left as it is
     * @throws StorageException if it cannot be made
     */
    public static boolean writeUnlessThere(Path part, Path file, Runnable writing) {
        if (Files.exists(file)) {
            return false;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new StorageException(
                    Fault.MISSING, file + " is in a folder that does not exist. Make the folder " + folder, null);
        }
        try {
            writing.run();
            sync(part);
            publish(part, file);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new StorageException(
                    Fault.FAILED, "cannot make " + file + ": " + e + ". Look after its folder, and try again", e);
        } finally {
            remove(part);
        }
    }

    private static void sync(Path part) throws IOException {
        // Not a channel: that would close itself, and fail, in an interrupted thread.
        try (RandomAccessFile written = new RandomAccessFile(part.toFile(), "rw")) {
            written.getFD().sync();
        }
    }

    /** A second name refuses to take another file's place, in one step; a move only looks before. */
    private static void publish(Path part, Path file) throws IOException {
        try {
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException noLinksHere) {
            Files.move(part, file);
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            System.getLogger(NewFile.class.getName()).log(System.Logger.Level.WARNING, "cannot remove " + part, e);
        }
    }
}
