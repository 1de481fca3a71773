package dev.daybook.jooq;

import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Limits;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What differs from one relational engine to the next: how it connects, locks, lays out its tables and reports its faults. All the
 * rest is the same for each, and is in this module.
 */
public interface Dialect {

    /**
     * How jOOQ writes SQL for this engine.
     *
     * @return renders statements, and knows the schema the log is in: see {@link Rendering}
     */
    DSLContext sql();

    /**
     * The engine with its version.
     *
     * @return for people to read, such as {@code SQLite 3.54.1}
     */
    String engine();

    /**
     * Where the log is, without credentials.
     *
     * @return for people to read, such as a file's path
     */
    String location();

    /**
     * What has happened to an append when it returns.
     *
     * @return for people to read
     */
    String durability();

    /**
     * Opens the connection that writes.
     *
     * @return a new connection in auto-commit mode
     * @throws SQLException if the engine refuses
     */
    Connection connectToWrite() throws SQLException;

    /**
     * Opens a connection that only reads.
     *
     * @return a new connection in auto-commit mode
     * @throws SQLException if the engine refuses
     */
    Connection connectToRead() throws SQLException;

    /**
     * Which file a connection would lead to just now, on an engine that goes on with one that was removed or replaced.
     *
     * @return equal as long as it is the same file, and null if there is none, or where the engine notices by itself
     */
    default @Nullable Object place() {
        return null;
    }

    /**
     * How large things may be.
     *
     * @return the standard limits, with a smaller one for snapshots where the engine cannot take as large
     */
    default Limits limits() {
        return Limits.standard();
    }

    /**
     * What a column of bytes holds.
     *
     * @param row where a result stands
     * @param column counted from 1
     * @return bytes that nobody else has, which a driver's own array is not; or null
     * @throws SQLException if it cannot be read
     */
    default byte @Nullable [] bytes(ResultSet row, int column) throws SQLException {
        return row.getBytes(column);
    }

    /**
     * Whether rows of views are put faster by one statement with several rows than by a batch of statements, on an engine that takes
     * the same row several times in it.
     *
     * @return false for a batch
     */
    default boolean putsRowsTogether() {
        return false;
    }

    /**
     * Does what needs a connection, in the way that suits the engine's driver.
     *
     * @param <R> what it answers
     * @param work uses connections
     * @return what the work answers
     * @throws Exception whatever the work throws
     */
    default <R extends @Nullable Object> R call(Callable<R> work) throws Exception {
        return work.call();
    }

    /**
     * How long a connection that was lost is tried again, before whoever waits is told. Embedded engines lose none.
     *
     * @return a time, zero for never
     */
    default Duration patience() {
        return Duration.ZERO;
    }

    /**
     * Begins the transaction that makes or updates the schema, so that of two processes that open at once one waits for the other.
     *
     * @param connection the connection that writes
     * @throws SQLException if the lock cannot be had within the time-out
     */
    default void beginMigration(Connection connection) throws SQLException {
        begin(connection);
    }

    /**
     * Lets other processes make or update the schema, after {@link #beginMigration} and whatever came of it.
     *
     * @param connection the connection that writes, outside a transaction
     * @throws SQLException if the engine refuses
     */
    default void endMigration(Connection connection) throws SQLException {
        // Where the end of the transaction has done so.
    }

    /**
     * Gives a connection back that is not needed any more, as it was before.
     *
     * @param connection what was opened to write or to read
     * @throws SQLException if the engine refuses
     */
    default void release(Connection connection) throws SQLException {
        connection.close();
    }

    /**
     * Begins a transaction and takes the log's one lock, so that what is read from then on is the newest and stays so.
     *
     * @param connection the connection that writes
     * @throws SQLException if the lock cannot be had within the time-out
     */
    void begin(Connection connection) throws SQLException;

    /**
     * Begins as {@link #begin(Connection)} does, and asks a question once the lock is held. An engine across a network does both in
     * one round trip, if its driver can.
     *
     * @param statements of the connection that writes
     * @param question a query without parameters
     * @return its answer, which the next question ends
     * @throws SQLException if the lock cannot be had within the time-out, or the question fails
     */
    default ResultSet begin(KeptStatements statements, String question) throws SQLException {
        begin(statements.connection());
        return statements.prepare(question).executeQuery();
    }

    /**
     * Makes one statement of several, with a driver that sends them in one round trip and an engine that takes the rows of a table as
     * arrays, by {@code insert into … select … from unnest(…)}.
     *
     * @param statements what a transaction does
     * @param whole true for all of a transaction, which then begins and takes the log's one lock by a query that answers one row, and
     *     needs {@link #standAlone}; false for its end
     * @return one text that ends with the commit, or null if the engine or its driver cannot do so
     */
    default @Nullable String atOnce(List<String> statements, boolean whole) {
        return null;
    }

    /**
     * Lets each statement stand alone, until a transaction begins.
     *
     * @param connection the connection that writes, in no transaction
     * @throws SQLException if the engine refuses
     */
    default void standAlone(Connection connection) throws SQLException {
        // Where nothing is ever asked outside of a transaction.
    }

    /**
     * Takes the log's one lock within a transaction that somebody else has begun and will end.
     *
     * @param connection a connection of theirs, in a transaction
     * @throws SQLException if the lock cannot be had within the time-out
     * @throws IllegalArgumentException if what the transaction reads could be older than the lock
     */
    void join(Connection connection) throws SQLException;

    /**
     * Ends the transaction for good.
     *
     * @param connection the connection that writes
     * @throws SQLException if it could not be made durable, see {@link #mayHaveCommitted}
     */
    void commit(Connection connection) throws SQLException;

    /**
     * Returns when what a reader has just read will be found again after the process was killed: at once, where a commit is seen
     * only once it is durable.
     */
    default void awaitDurable() {}

    /**
     * Listens for what others append, on an engine that tells. Who waits for the log to grow asks for it now and then all the same.
     *
     * @param grown to be run whenever somebody else may have appended; it does not throw
     * @return ends it
     */
    default Listening listen(Runnable grown) {
        return () -> {};
    }

    /** Somebody listens, until this is closed. */
    @FunctionalInterface
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Whether a commit that has failed may have been made nevertheless, so that the log has to be asked.
     *
     * @param error what {@link #commit} has thrown
     * @return true unless the engine has said for certain that nothing of it is written
     */
    default boolean mayHaveCommitted(SQLException error) {
        return fault(error) == Fault.UNAVAILABLE;
    }

    /**
     * Ends the transaction as if it had not been.
     *
     * @param connection the connection that writes
     * @throws SQLException if the engine refuses
     */
    void rollback(Connection connection) throws SQLException;

    /**
     * Which version of the schema a database has.
     *
     * @param connection the connection that writes, inside a transaction
     * @return the number of the last migration, 0 for none
     * @throws SQLException if it cannot be read
     */
    int schemaVersion(Connection connection) throws SQLException;

    /**
     * Notes the version of the schema.
     *
     * @param connection the connection that writes, inside a transaction
     * @param version the number of the last migration
     * @throws SQLException if it cannot be written
     */
    void noteSchemaVersion(Connection connection, int version) throws SQLException;

    /**
     * How the tables are laid out.
     *
     * @return the layout, the same at every call
     */
    Layout layout();

    /**
     * What an error of the engine means.
     *
     * @param error what it reported
     * @return the kind of fault, {@link Fault#FAILED} if it is none of the others
     */
    Fault fault(SQLException error);

    /**
     * Whether the engine refused a row because another one has its key.
     *
     * @param error what it reported
     * @return true if so
     */
    boolean isDuplicate(SQLException error);

    /**
     * What somebody can do about a fault.
     *
     * @param fault the kind of fault
     * @return one sentence in the imperative
     */
    String remedy(Fault fault);
}
