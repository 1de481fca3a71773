package dev.daybook.sqlite;

import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a file before SQLite does: SQLite would take a folder for a missing permission, make an empty log of a path in the
 * wrong place, and notice only later that the end of a file is gone. The layout is that of the SQLite file format, section 1.3.
 */
final class SqliteFile {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 100;
    private static final int PAGE_SIZE_AT = 16;
    private static final int CHANGES_AT = 24;
    private static final int PAGES_AT = 28;
    private static final int VALID_FOR_AT = 92;

    private final Path file;

    SqliteFile(Path file) {
        this.file = file;
    }

    /** Refuses what cannot be a database of Daybook's, with the reason. */
    void check() {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null) {
            throw refusal(Fault.MISSING, "is a folder", "Give the path of a file in it");
        }
        if (!Files.isDirectory(folder)) {
            throw refusal(Fault.MISSING, "is in a folder that does not exist", "Make the folder " + folder);
        }
        if (!Files.exists(file)) {
            if (!Files.isWritable(folder)) {
                throw refusal(Fault.READ_ONLY, "does not exist, and its folder cannot be written", null);
            }
            return;
        }
        if (!Files.isWritable(file) || !Files.isWritable(folder)) {
            throw refusal(Fault.READ_ONLY, "or its folder cannot be written", null);
        }
        checkHeader();
    }

    /** Refuses what is not there or is no database, for who only reads. */
    void checkReadable() {
        if (!Files.isRegularFile(file)) {
            throw refusal(Fault.MISSING, "does not exist or is not a file", "Give the path of an SQLite file");
        }
        checkHeader();
    }

    private void checkHeader() {
        // Not a channel: that would close itself, and fail, in an interrupted thread.
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            byte[] start = new byte[HEADER];
            int read = content.read(start);
            ByteBuffer header = ByteBuffer.wrap(start).position(Math.max(read, 0));
            if (header.position() == 0) {
                return;
            }
            byte[] magic = Arrays.copyOf(header.array(), Math.min(header.position(), MAGIC.length));
            if (!Arrays.equals(magic, Arrays.copyOf(MAGIC, magic.length))) {
                throw refusal(Fault.FOREIGN, "is not a database", null);
            }
            if (header.hasRemaining() || endsEarly(header, content.length())) {
                throw refusal(Fault.DAMAGED, "ends earlier than its header says", null);
            }
        } catch (IOException e) {
            throw new StorageException(
                    Fault.FAILED, "cannot read " + file + ": " + e + ". " + SqliteFaults.remedy(Fault.FAILED), e);
        }
    }

    /** With a write-ahead log beside it, the file may rightly be shorter: the rest is still in there. */
    private boolean endsEarly(ByteBuffer header, long size) throws IOException {
        Path ahead = Path.of(file + "-wal");
        boolean counted = header.getInt(CHANGES_AT) == header.getInt(VALID_FOR_AT);
        if (!counted || (Files.exists(ahead) && Files.size(ahead) > 0)) {
            return false;
        }
        int short16 = Short.toUnsignedInt(header.getShort(PAGE_SIZE_AT));
        long pageSize = short16 == 1 ? 1 << 16 : short16;
        return size < pageSize * Integer.toUnsignedLong(header.getInt(PAGES_AT));
    }

    private StorageException refusal(Fault fault, String what, @Nullable String remedy) {
        return new StorageException(
                fault, file + " " + what + ". " + (remedy == null ? SqliteFaults.remedy(fault) : remedy), null);
    }
}
