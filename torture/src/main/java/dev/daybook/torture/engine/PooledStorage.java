package dev.daybook.torture.engine;

import com.zaxxer.hikari.HikariDataSource;
import dev.daybook.ports.consumer.Consumers;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.LogContinuation;
import dev.daybook.ports.snapshot.Snapshots;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageDescription;
import dev.daybook.ports.view.Views;

/**
 * A storage that closes its pool.
 *
 * @param pool where its connections come from
 * @param storage the storage itself
 */
record PooledStorage(HikariDataSource pool, Storage storage) implements Storage {

    @Override
    public EventLog log() {
        return storage.log();
    }

    @Override
    public LogContinuation continuation() {
        return storage.continuation();
    }

    @Override
    public Snapshots snapshots() {
        return storage.snapshots();
    }

    @Override
    public Consumers consumers() {
        return storage.consumers();
    }

    @Override
    public Views views() {
        return storage.views();
    }

    @Override
    public StorageDescription description() {
        return storage.description();
    }

    @Override
    public void close() {
        storage.close();
        pool.close();
    }
}
