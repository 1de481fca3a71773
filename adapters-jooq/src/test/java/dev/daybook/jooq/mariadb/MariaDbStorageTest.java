package dev.daybook.jooq.mariadb;

import dev.daybook.jooq.ServerFixture;
import dev.daybook.testkit.contract.StorageContract;
import dev.daybook.testkit.contract.StorageFixture;

final class MariaDbStorageTest extends StorageContract {

    private static final StorageFixture FIXTURE = ServerFixture.carelessMariaDb();

    @Override
    protected StorageFixture fixture() {
        return FIXTURE;
    }
}
