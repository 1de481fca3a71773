package dev.daybook.testkit.sql;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.storage.Storage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** How the contract reaches an adapter's storages, and the databases that they are in. */
public interface SqlFixture {

    /**
     * Opens a storage.
     *
     * @param folder a folder of the test's own; to each belongs another log
     * @return the storage, to be closed
     */
    Storage open(Path folder);

    /**
     * Connects to the database past Daybook, as somebody who may do everything in it.
     *
     * @param folder says which log's database
     * @return a connection to which a bare {@code event_log} is the log's, to be closed
     * @throws SQLException if the engine refuses
     */
    Connection shell(Path folder) throws SQLException;

    /**
     * Appends within a transaction.
     *
     * @param storage what {@link #open} has answered
     * @param transaction what {@link #shell} has answered, in a transaction
     * @param append what to append
     * @return what the adapter answers
     */
    AppendResult join(Storage storage, Connection transaction, Append append);

    /**
     * How statements of the storage's own connections name a table that {@link #shell} names without more.
     *
     * @param folder says which log's database
     * @param table the table's name
     * @return the name, qualified where those connections look elsewhere
     */
    default String table(Path folder, String table) {
        return table;
    }

    /**
     * Keeps tables of the test's own by the events of the log.
     *
     * @param storage what {@link #open} has answered
     * @param name what the consumer is called
     * @param work changes rows by an event
     * @return what takes the events, to be closed
     */
    Tables keepTables(Storage storage, String name, TableWork work);

    /** What becomes of tables by an event. */
    interface TableWork {

        /**
         * Changes rows.
         *
         * @param transaction the transaction that moves the checkpoint
         * @param event the event
         * @throws Exception if it cannot be done
         */
        void apply(Connection transaction, StoredEvent event) throws Exception;
    }

    /** Tables that are kept until this is closed. */
    interface Tables extends AutoCloseable {

        /**
         * Takes the next event.
         *
         * @param event the event
         */
        void handle(StoredEvent event);

        @Override
        void close();
    }
}
