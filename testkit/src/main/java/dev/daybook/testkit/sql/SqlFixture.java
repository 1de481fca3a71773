package dev.daybook.testkit.sql;

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
}
