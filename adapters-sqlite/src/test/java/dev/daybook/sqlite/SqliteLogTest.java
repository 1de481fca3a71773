package dev.daybook.sqlite;

import dev.daybook.testkit.contract.LogContract;
import dev.daybook.testkit.contract.StorageFixture;

final class SqliteLogTest extends LogContract {

    @Override
    protected StorageFixture fixture() {
        return SqliteFixture.FILE;
    }
}
