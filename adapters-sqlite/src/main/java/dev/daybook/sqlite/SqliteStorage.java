package dev.daybook.sqlite;

import dev.daybook.jooq.RelationalStorage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/** Storage in one SQLite file. */
public final class SqliteStorage {

    private SqliteStorage() {}

    /**
     * Opens a file as it is best for most: durable to the power's end, waiting up to 5 seconds for other processes.
     *
     * @param file the file; it is made if it does not exist, its folder is not
     * @return the storage, to be closed
     * @throws dev.daybook.ports.storage.StorageException if it cannot be opened
     */
    public static RelationalStorage open(Path file) {
        return builder(file).open();
    }

    /**
     * Opens the log of a file that exists for reading only, such as a copy that is to be examined and stay what it is: every call that
     * would write is refused with {@link dev.daybook.ports.storage.Fault#READ_ONLY}. Others may have the file open and write. Where its
     * folder cannot be written, as on a disk that is read-only, it is read as a file that nobody writes to; if somebody does nevertheless,
     * the next question fails.
     *
     * @param file the file
     * @return the storage, to be closed
     * @throws dev.daybook.ports.storage.StorageException if it cannot be opened, or has no log of this library's version
     */
    public static RelationalStorage openReadOnly(Path file) {
        return builder(file).openReadOnly();
    }

    /**
     * Opens a file in another way.
     *
     * @param file the file; it is made if it does not exist, its folder is not
     * @return what remains to be chosen
     */
    public static Builder builder(Path file) {
        return new Builder(file);
    }

    /**
     * Writes the log of a file to a new one, as it is at one moment, while this and other processes go on writing. To restore it is to
     * open the new file.
     *
     * @param file the file of the log
     * @param backup the file to make
     * @throws dev.daybook.ports.storage.StorageException if there is a file of that name, or one of the two cannot be read or made
     */
    public static void backup(Path file, Path backup) {
        SqliteBackup.write(file, builder(file).dialect(), backup);
    }

    /** How to open a file. */
    public static final class Builder {

        private static final Duration LONGEST_WAIT = Duration.ofDays(24);

        private final Path file;
        private SqliteDurability durability = SqliteDurability.FULL;
        private Duration busyTimeout = Duration.ofSeconds(5);
        private int readers = Math.max(4, Runtime.getRuntime().availableProcessors());
        private InstantSource clock = Clock.systemUTC();

        private Builder(Path file) {
            this.file = file;
        }

        /**
         * What has happened to an append when it returns; {@link SqliteDurability#FULL} unless set.
         *
         * @param chosen the durability
         * @return this builder
         */
        public Builder durability(SqliteDurability chosen) {
            durability = chosen;
            return this;
        }

        /**
         * How long to wait for a lock that another process holds; 5 seconds unless set.
         *
         * @param atMost a time from zero, which is not to wait, to 24 days
         * @return this builder
         * @throws IllegalArgumentException if it is negative or longer
         */
        public Builder busyTimeout(Duration atMost) {
            if (atMost.isNegative() || atMost.compareTo(LONGEST_WAIT) > 0) {
                throw new IllegalArgumentException("the busy time-out is a time from zero to 24 days, not " + atMost);
            }
            busyTimeout = atMost;
            return this;
        }

        /**
         * How many connections read at the same time at most; as many as there are processors, at least 4, unless set.
         *
         * @param most a number from 1
         * @return this builder
         * @throws IllegalArgumentException if it is less
         */
        public Builder readers(int most) {
            if (most < 1) {
                throw new IllegalArgumentException("the number of readers is at least 1, not " + most);
            }
            readers = most;
            return this;
        }

        /**
         * Where the time of recording comes from; the system's clock unless set.
         *
         * @param source a clock
         * @return this builder
         */
        public Builder clock(InstantSource source) {
            clock = source;
            return this;
        }

        /**
         * Opens the file.
         *
         * @return the storage, to be closed
         * @throws dev.daybook.ports.storage.StorageException if it cannot be opened
         */
        public RelationalStorage open() {
            return RelationalStorage.open(dialect(), clock, readers);
        }

        /**
         * Opens the log of a file that exists for reading only, see {@link SqliteStorage#openReadOnly}.
         *
         * @return the storage, to be closed
         * @throws dev.daybook.ports.storage.StorageException if it cannot be opened, or has no log of this library's version
         */
        public RelationalStorage openReadOnly() {
            return RelationalStorage.openReadOnly(new ReadOnlySqliteDialect(file, busyTimeout), readers, () -> {});
        }

        SqliteDialect dialect() {
            return new SqliteDialect(new SqliteFile(file), durability, busyTimeout);
        }
    }
}
