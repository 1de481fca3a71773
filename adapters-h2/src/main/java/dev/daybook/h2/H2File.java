package dev.daybook.h2;

import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a file before H2 does: H2 would make the folders on the way to a path in the wrong place. What is in the file is looked
 * at only once H2 has refused it: to open and close a file drops every lock that the process has on it, also H2's own.
 */
final class H2File {

    /** Names in lower case, as they are written; no last result is kept for a query that is asked again. */
    static final String SETTINGS =
            ";DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;OPTIMIZE_REUSE_RESULTS=FALSE";

    private static final String SUFFIX = ".mv.db";
    private static final byte[] MAGIC = "H:2,".getBytes(StandardCharsets.US_ASCII);

    static {
        OrderedFile.register();
    }

    /** For each file, since several storages of one process can have it open. */
    private static final Map<Path, ReentrantLock> COMMITS = new ConcurrentHashMap<>();

    private final Path base;
    private final Path file;
    private final boolean readOnly;
    private final ReentrantLock commits;
    private volatile boolean opened;
    private volatile @Nullable Object identity;

    H2File(Path given) {
        this(given, false);
    }

    private H2File(Path given, boolean readOnly) {
        this.readOnly = readOnly;
        String name = given.toAbsolutePath().toString();
        if (name.contains(";")) {
            throw new IllegalArgumentException(
                    "the path " + name + " has a semicolon, which ends a path to H2; choose another name");
        }
        String bare = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
        base = Path.of(bare);
        file = Path.of(bare + SUFFIX);
        commits = COMMITS.computeIfAbsent(file, path -> new ReentrantLock());
    }

    /** The same file, for who only reads it. */
    H2File readOnly() {
        return new H2File(file, true);
    }

    boolean isReadOnly() {
        return readOnly;
    }

    /** The writes to it keep the order that a power loss needs. */
    void keepOrder() {
        try {
            OrderedFile.keepOrder(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private StorageException unreadable(IOException e) {
        return new StorageException(
                Fault.FAILED, "cannot find " + file + ": " + e + ". Look whether its folder can be read", e);
    }

    /** The version that H2 must come to when it opens the file; 0 if it was not closed, so that this is not known. */
    long versionWhenClosed() {
        try {
            return OrderedFile.versionWhenClosed(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Through a file system that keeps the order of writes where that was asked for, and one that opens a channel again which an
     * interrupt has closed; each commit is written at once.
     */
    String url() {
        String bare = "jdbc:h2:" + OrderedFile.SCHEME + ":retry:" + base + SETTINGS;
        return bare + (readOnly ? ";ACCESS_MODE_DATA=r" : ";WRITE_DELAY=0");
    }

    /** To open it for no longer than it takes to make it: what is closed at once need not be made smaller then. */
    String urlToMake() {
        return url() + ";MAX_COMPACT_TIME=0";
    }

    @Override
    public String toString() {
        return file.toString();
    }

    Path path() {
        return file;
    }

    /** Held from when a commit is seen until it is in the file. */
    ReentrantLock commits() {
        return commits;
    }

    /** Until no commit is seen that is not in the file. */
    void awaitCommits() {
        if (commits.isLocked() && !commits.isHeldByCurrentThread()) {
            commits.lock();
            try {
                // Whoever had it is done: nothing else is waited for.
                return;
            } finally {
                commits.unlock();
            }
        }
    }

    /** The name of this file until it is whole. */
    H2File part() {
        return new H2File(file.resolveSibling(file.getFileName() + "-" + UUID.randomUUID() + ".part"));
    }

    boolean isThere() {
        return Files.exists(file);
    }

    /** For who only reads: a file that is not there would be made. */
    void requireThere() {
        if (!Files.isRegularFile(file)) {
            throw refusal(Fault.MISSING, "does not exist or is not a file", "Give the path of an H2 file");
        }
        if (!Files.isReadable(file)) {
            throw refusal(Fault.MISSING, "cannot be read", "Let this user read it");
        }
    }

    /** Refuses what cannot be a database of H2's, with the reason. */
    void check() {
        Path folder = file.getParent();
        if (folder == null || Files.isDirectory(file) || Files.isDirectory(base)) {
            throw refusal(Fault.MISSING, "is a folder", "Give the path of a file in it");
        }
        if (!Files.isDirectory(folder)) {
            throw refusal(Fault.MISSING, "is in a folder that does not exist", "Make the folder " + folder);
        }
        if (readOnly) {
            requireThere();
        } else if (Files.exists(file)) {
            if (!Files.isWritable(file) || !Files.isWritable(folder)) {
                throw refusal(Fault.READ_ONLY, "or its folder cannot be written", H2Faults.remedy(Fault.READ_ONLY));
            }
        } else if (opened) {
            throw refusal(Fault.MISSING, "was removed while it was open", "Put it back, or open the storage anew");
        } else if (!Files.isWritable(folder)) {
            throw refusal(
                    Fault.READ_ONLY,
                    "does not exist, and its folder cannot be written",
                    H2Faults.remedy(Fault.READ_ONLY));
        }
    }

    /** H2 has taken the file for one of its own. */
    void noteOpened() {
        if (!opened) {
            identity = identity();
            opened = true;
        }
    }

    /** Refuses to write to a file that was removed or replaced: H2 would go on writing to what nobody can open any more. */
    void checkStillThere() {
        if (opened && !Objects.equals(identity, identity())) {
            throw refusal(
                    Fault.MISSING,
                    "was removed or replaced while it was open",
                    "Close the storage, put the file back, and open it");
        }
    }

    /** What stays the same while the file is moved, and differs from the file that takes its place; null if there is none. */
    @Nullable
    Object identity() {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return null;
        }
    }

    /** Whether a file that H2 has refused was never one of its own. */
    boolean isForeign() {
        if (opened || !Files.exists(file)) {
            return false;
        }
        // Not a channel: that would close itself, and fail, in an interrupted thread.
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            byte[] start = new byte[MAGIC.length];
            return content.read(start) > 0 && !Arrays.equals(start, MAGIC);
        } catch (IOException e) {
            return false;
        }
    }

    /** Of a file that H2 opens although it has lost something. */
    StorageException damaged(String loss) {
        return refusal(Fault.DAMAGED, loss, H2Faults.remedy(Fault.DAMAGED));
    }

    private StorageException refusal(Fault fault, String what, String remedy) {
        return new StorageException(fault, file + " " + what + ". " + remedy, null);
    }
}
