package dev.daybook.sqlite;

import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteException;

/**
 * Looks at a path before SQLite does: SQLite would take a folder for a missing permission, and make an empty log of a path in the
 * wrong place. It never opens the file: a process that closes a file loses every lock it has on it, SQLite's own too, and
 * whoever came next would remove the write-ahead log that is still written to.
 */
class SqliteFile {

    private final Path file;

    SqliteFile(Path file) {
        this.file = file;
    }

    Path path() {
        return file;
    }

    /** How SQLite is to open it. */
    void adapt(SQLiteConfig config) {
        // As it does by itself, to write.
    }

    /** Whether what SQLite has refused it may open in another way now. */
    boolean opensOtherwise(SQLiteException refused) {
        return false;
    }

    /** As a URI, because the driver takes what stands behind a question mark in a path for settings. */
    String url() {
        return "jdbc:sqlite:" + file.toUri();
    }

    /** Refuses a place that cannot have a database of Daybook's, with the reason. */
    void check() {
        Path place = resolved();
        Path folder = place.getParent();
        if (Files.isDirectory(place) || folder == null) {
            throw refusal(Fault.MISSING, "is a folder", "Give the path of a file in it");
        }
        if (!Files.isDirectory(folder)) {
            throw refusal(Fault.MISSING, "is in a folder that does not exist", "Make the folder " + folder);
        }
        boolean exists = Files.exists(place);
        if (!Files.isWritable(folder) || (exists && !Files.isWritable(place))) {
            String what =
                    exists ? "or its folder cannot be written" : "does not exist, and its folder cannot be written";
            throw refusal(Fault.READ_ONLY, what, SqliteFaults.remedy(Fault.READ_ONLY));
        }
    }

    /** Refuses what is not there, for who only reads. */
    void checkReadable() {
        if (!Files.isRegularFile(file)) {
            throw refusal(Fault.MISSING, "does not exist or is not a file", "Give the path of an SQLite file");
        }
        if (!Files.isReadable(file)) {
            throw refusal(Fault.MISSING, "cannot be read", "Let this user read it");
        }
    }

    /** What stays the same while the file is moved, and differs from the file that takes its place; null if there is none. */
    final @Nullable Object identity() {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return null;
        }
    }

    /** SQLite writes its log beside the file that a link leads to. */
    final Path resolved() {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath();
        }
    }

    final StorageException refusal(Fault fault, String what, String remedy) {
        return new StorageException(fault, file + " " + what + ". " + remedy, null);
    }
}
