package dev.daybook.jooq.mariadb;

import dev.daybook.jooq.ServerFixture;
import dev.daybook.testkit.contract.StorageContract;
import dev.daybook.testkit.contract.StorageFixture;
import dev.daybook.testkit.server.DatabaseServer;

final class MariaDbStorageTest extends StorageContract {

    private static final StorageFixture FIXTURE = ServerFixture.of(DatabaseServer.mariadb(), MariaDbStorage::builder);

    @Override
    protected StorageFixture fixture() {
        return FIXTURE;
    }
}
