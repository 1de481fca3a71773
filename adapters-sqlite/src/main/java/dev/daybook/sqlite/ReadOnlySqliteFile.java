package dev.daybook.sqlite;

import dev.daybook.ports.storage.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * A file that is only read. To read one that has been written to with a write-ahead log, SQLite needs that log and its index beside the
 * file, and makes them where they are not there. In a folder that cannot be written the file is read alone, as one that nobody writes to
 * (SQLite's {@code immutable}). SQLite would then neither see what is in a write-ahead log, so that such a file is refused, nor that somebody
 * writes nevertheless, which is looked for after each question.
 */
final class ReadOnlySqliteFile extends SqliteFile {

    private static final int PRIMARY = 0xFF;

    private final Path place;
    private final Path log;
    private volatile @Nullable List<@Nullable Object> still;

    ReadOnlySqliteFile(Path file) {
        super(file);
        this.place = resolved();
        this.log = place.resolveSibling(place.getFileName() + "-wal");
    }

    @Override
    void adapt(SQLiteConfig config) {
        config.setReadOnly(true);
    }

    @Override
    void check() {
        checkReadable();
        checkStill();
    }

    @Override
    boolean opensOtherwise(SQLiteException refused) {
        boolean isLogMissing = (refused.getResultCode().code & PRIMARY) == SQLiteErrorCode.SQLITE_CANTOPEN.code;
        if (still != null || !isLogMissing) {
            return false;
        }
        if (size(log) > 0) {
            throw refusal(
                    Fault.READ_ONLY,
                    "has a write-ahead log beside it, which can only be read where its folder can be written",
                    "Copy both to a folder that can be written, and open the copy");
        }
        still = state();
        return true;
    }

    @Override
    String url() {
        return still == null ? super.url() : super.url() + "?immutable=1";
    }

    /** Refuses to go on where the file is read as one that nobody writes to, and somebody has. */
    void checkStill() {
        List<@Nullable Object> before = still;
        if (before != null && !before.equals(state())) {
            throw refusal(
                    Fault.FAILED,
                    "was written to while it was read: in a folder that cannot be written it is read as a file that nobody"
                            + " writes to",
                    "Open it anew when nobody writes to it, or read a backup of it");
        }
    }

    boolean isStill() {
        return still != null;
    }

    private List<@Nullable Object> state() {
        try {
            BasicFileAttributes file = Files.readAttributes(place, BasicFileAttributes.class);
            return Arrays.asList(file.fileKey(), file.size(), file.lastModifiedTime(), size(log));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
