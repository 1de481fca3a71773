package dev.daybook.jooq.postgresql;

import dev.daybook.jooq.ServerFixture;
import dev.daybook.testkit.contract.StorageContract;
import dev.daybook.testkit.contract.StorageFixture;

final class PostgresStorageTest extends StorageContract {

    private static final StorageFixture FIXTURE = ServerFixture.postgresql();

    @Override
    protected StorageFixture fixture() {
        return FIXTURE;
    }
}
