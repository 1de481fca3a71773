package dev.daybook.jooq.mariadb;

import dev.daybook.jooq.RelationalBuilder;
import dev.daybook.jooq.RelationalStorage;
import javax.sql.DataSource;

/** Storage in a MariaDB database, 10.11 or later. */
public final class MariaDbStorage {

    private MariaDbStorage() {}

    /**
     * Opens the log in the database that a data source connects to.
     *
     * @param source where connections come from, best a pool
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
        return new RelationalBuilder(chosen -> new MariaDbDialect(source, chosen));
    }
}
