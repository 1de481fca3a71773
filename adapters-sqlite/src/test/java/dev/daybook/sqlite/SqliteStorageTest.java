package dev.daybook.sqlite;

import dev.daybook.testkit.contract.StorageContract;
import dev.daybook.testkit.contract.StorageFixture;

final class SqliteStorageTest extends StorageContract {

    @Override
    protected StorageFixture fixture() {
        return StorageFixture.persistent(
                (folder, clock) -> SqliteStorage.builder(folder.resolve("log.db"))
                        .clock(clock)
                        .open(),
                folder -> "sqlite:" + folder.resolve("log.db"));
    }
}
