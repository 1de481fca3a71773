package dev.daybook.h2;

import dev.daybook.jooq.NewFile;
import dev.daybook.jooq.RelationalStorage;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** Storage in one H2 file, which one process has open at a time, or in memory. */
public final class H2Storage {

    private H2Storage() {}

    /**
     * Opens a file as it is best for most: durable to the power's end.
     *
     * @param file the file, with or without H2's {@code .mv.db} at the end; it is made if it does not exist, its folder is not
     * @return the storage, to be closed
     * @throws StorageException if it cannot be opened
     */
    public static RelationalStorage open(Path file) {
        return builder(file).open();
    }

    /**
     * Opens the log of a file that exists for reading only, such as a copy that is to be examined and stay what it is: every call that
     * would write is refused with {@link Fault#READ_ONLY}. Any number of processes can do so at once, none while one has it open to write.
     *
     * @param file the file, with or without H2's {@code .mv.db} at the end
     * @return the storage, to be closed
     * @throws StorageException if it cannot be opened, or has no log of this library's version
     */
    public static RelationalStorage openReadOnly(Path file) {
        return builder(file).openReadOnly();
    }

    /**
     * Opens an empty log in memory, which is gone when it is closed.
     *
     * @return the storage, to be closed
     */
    public static RelationalStorage inMemory() {
        return inMemoryBuilder().open();
    }

    /**
     * Opens a file in another way.
     *
     * @param file the file, with or without H2's {@code .mv.db} at the end
     * @return what remains to be chosen
     */
    public static Builder builder(Path file) {
        return new Builder(new H2File(file));
    }

    /**
     * Opens an empty log in memory in another way.
     *
     * @return what remains to be chosen
     */
    public static Builder inMemoryBuilder() {
        return new Builder(null);
    }

    /**
     * Writes the log of a file to a new one, as it is at one moment. The process that has the file open does so while it goes on
     * writing; another one only when nobody has. To restore it is to open the new file. Every log in the file is backed up with its
     * snapshots; tables of others are not.
     *
     * @param file the file of the log
     * @param backup the file to make
     * @throws StorageException if there is a file of that name, or one of the two cannot be read or made
     */
    public static void backup(Path file, Path backup) {
        H2Backup.write(file, backup);
    }

    /**
     * Where connections of your own in this process go to the same database, such as those whose transactions an append joins: H2
     * takes a file by another URL for another database, and refuses it. Neither user nor password, both are empty.
     *
     * @param file the file, with or without H2's {@code .mv.db} at the end
     * @return a URL for JDBC
     */
    public static String jdbcUrl(Path file) {
        return new H2File(file).url();
    }

    /** Whether a version of H2 is known to note in a file's header what is not the newest chunk. */
    static boolean losesCommits(String version) {
        return version.startsWith("2.5.250") || version.startsWith("2.5.252");
    }

    /** How to open a log. */
    public static final class Builder {

        private static final System.Logger LOG = System.getLogger(H2Storage.class.getName());
        private static final int MOST_READERS = 1_000;

        private final @Nullable H2File file;
        private H2Durability durability = H2Durability.FULL;
        private Duration lockTimeout = Duration.ofSeconds(5);
        private int readers = Math.max(4, Runtime.getRuntime().availableProcessors());
        private InstantSource clock = Clock.systemUTC();
        private @Nullable String schema;

        private Builder(@Nullable H2File file) {
            this.file = file;
        }

        /**
         * What has happened to an append when it returns; {@link H2Durability#FULL} unless set. In memory it means nothing.
         *
         * @param chosen the durability
         * @return this builder
         */
        public Builder durability(H2Durability chosen) {
            durability = chosen;
            return this;
        }

        /**
         * The schema that the log's tables are in, so that several logs can live in one file; H2's {@code PUBLIC} unless set.
         *
         * @param name the schema's name, made if it does not exist
         * @return this builder
         */
        public Builder schema(String name) {
            schema = name;
            return this;
        }

        /**
         * How long to wait for the log's lock while a transaction of somebody else's in this process holds it; 5 seconds unless
         * set.
         *
         * @param atMost from 1 millisecond to 1 hour
         * @return this builder
         */
        public Builder lockTimeout(Duration atMost) {
            if (atMost.toMillis() < 1 || atMost.compareTo(Duration.ofHours(1)) > 0) {
                throw new IllegalArgumentException(
                        "the lock time-out is " + atMost + "; give one from 1 ms to an hour");
            }
            lockTimeout = atMost;
            return this;
        }

        /**
         * How many connections read at the same time at most; as many as there are processors, at least 4, unless set.
         *
         * @param most a number from 1 to 1,000
         * @return this builder
         */
        public Builder readers(int most) {
            if (most < 1 || most > MOST_READERS) {
                throw new IllegalArgumentException("expected 1 to " + MOST_READERS + " readers, was given " + most);
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
         * Opens the log.
         *
         * @return the storage, to be closed
         * @throws StorageException if it cannot be opened
         */
        public RelationalStorage open() {
            if (file == null) {
                return open("jdbc:h2:mem:daybook-" + UUID.randomUUID() + H2File.SETTINGS, null, durability);
            }
            file.check();
            if (!file.isThere()) {
                // Whole or not at all, so that a file without a log is known for one that was cut.
                H2File part = file.part();
                NewFile.writeUnlessThere(
                        part.path(),
                        file.path(),
                        () -> open(part.urlToMake(), part, H2Durability.NORMAL).close());
            }
            if (durability == H2Durability.FULL) {
                file.keepOrder();
            }
            return open(file.url(), file, durability);
        }

        /**
         * Opens the log of a file that exists for reading only, see {@link H2Storage#openReadOnly}.
         *
         * @return the storage, to be closed
         * @throws StorageException if it cannot be opened, or has no log of this library's version
         * @throws IllegalStateException if it is of a log in memory
         */
        public RelationalStorage openReadOnly() {
            if (file == null) {
                throw new IllegalStateException("a log in memory is new and empty: there is nothing to read in it");
            }
            H2File place = file.readOnly();
            place.check();
            return open(place.url(), place, durability);
        }

        private RelationalStorage open(String url, @Nullable H2File place, H2Durability chosen) {
            JdbcDataSource source = new JdbcDataSource();
            source.setUrl(url);
            H2Dialect dialect = new H2Dialect(source, place, schema, chosen, lockTimeout);
            boolean old = place != null && place.isThere();
            try {
                // A database is open, and one in memory there at all, as long as there is a connection to it.
                Connection anchor = dialect.connectToRead();
                if (place != null) {
                    requireKeeping(anchor);
                }
                String loss = place != null && old ? dialect.loss(anchor) : null;
                if (place != null && loss != null) {
                    close(anchor);
                    throw place.damaged(loss);
                }
                Runnable closing = () -> close(anchor);
                return place != null && place.isReadOnly()
                        ? RelationalStorage.openReadOnly(dialect, readers, closing)
                        : RelationalStorage.open(dialect, clock, readers, closing);
            } catch (SQLException e) {
                throw H2Faults.named("cannot open " + dialect.location(), e, dialect.fault(e));
            }
        }

        private static void requireKeeping(Connection anchor) throws SQLException {
            String version = anchor.getMetaData().getDatabaseProductVersion();
            if (losesCommits(version)) {
                close(anchor);
                throw new StorageException(
                        Fault.FAILED,
                        "H2 " + version
                                + " loses commits when its process is killed. Use H2 2.4.240, which Daybook is tested"
                                + " with: something else asks for another version",
                        null);
            }
        }

        private static void close(Connection anchor) {
            try {
                anchor.close();
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.DEBUG, "the database did not close cleanly", e);
            }
        }
    }
}
