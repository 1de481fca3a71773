package dev.daybook.jooq.postgresql;

import dev.daybook.jooq.RelationalBuilder;
import dev.daybook.jooq.RelationalStorage;
import javax.sql.DataSource;

/** Storage in a PostgreSQL database, 14 or later. */
public final class PostgresStorage {

    private PostgresStorage() {}

    /**
     * Opens the log in the schema that the connections of a data source look in first.
     *
     * @param source where connections come from, best a pool; the driver's {@code reWriteBatchedInserts} makes large appends faster
     * @return the storage, to be closed; the data source stays open
     * @throws dev.daybook.ports.storage.StorageException if it cannot be opened
     */
    public static RelationalStorage open(DataSource source) {
        return builder(source).open();
    }

    /**
     * Opens a log in another way.
     *
     * @param source where connections come from
     * @return what remains to be chosen
     */
    public static RelationalBuilder builder(DataSource source) {
        return new RelationalBuilder(chosen -> new PostgresDialect(source, chosen));
    }
}
