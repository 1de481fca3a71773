package dev.daybook.jooq.postgresql;

import dev.daybook.jooq.ServerFixture;
import dev.daybook.testkit.contract.StorageContract;
import dev.daybook.testkit.contract.StorageFixture;
import dev.daybook.testkit.server.DatabaseServer;

final class PostgresStorageTest extends StorageContract {

    private static final StorageFixture FIXTURE =
            ServerFixture.of(DatabaseServer.postgresql(), PostgresStorage::builder);

    @Override
    protected StorageFixture fixture() {
        return FIXTURE;
    }
}
