package dev.daybook.h2;

import dev.daybook.testkit.contract.StorageContract;
import dev.daybook.testkit.contract.StorageFixture;

final class H2InMemoryStorageTest extends StorageContract {

    @Override
    protected StorageFixture fixture() {
        return StorageFixture.inMemory(
                clock -> H2Storage.inMemoryBuilder().clock(clock).open(), "h2:mem:");
    }
}
