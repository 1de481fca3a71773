package dev.daybook.benchmarks.axon4;

import org.axonframework.eventsourcing.eventstore.jdbc.AbstractEventTableFactory;

/** Axon brings no tables for SQLite. An integer that is the primary key counts up by itself there. */
final class SqliteTables extends AbstractEventTableFactory {

    @Override
    protected String idColumnType() {
        return "INTEGER";
    }

    @Override
    protected String payloadType() {
        return "BLOB";
    }
}
