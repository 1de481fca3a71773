package dev.daybook.jooq;

import dev.daybook.ports.event.StoredEvent;
import org.jooq.DSLContext;

/** What becomes of tables of your own by the events of the log. Of one thread at a time. */
@FunctionalInterface
public interface RelationalWork {

    /**
     * Makes the tables, if they are not there yet, outside a transaction; called once each time before the first event.
     *
     * @param sql runs statements in the log's database
     */
    default void prepare(DSLContext sql) {
        // They are there.
    }

    /**
     * Changes rows by an event. It is called within the transaction that moves the checkpoint, under the log's lock, perhaps of another
     * thread, and again if that transaction is tried again: so do nothing in it but run statements, and no DDL, with which some engines
     * would end the transaction.
     *
     * @param sql runs statements within the transaction; it cannot begin or end one
     * @param event the next event, in the order of the log
     * @throws Exception if it cannot be done; nothing of the whole batch is kept then, and it is tried again later
     */
    void apply(DSLContext sql, StoredEvent event) throws Exception;
}
