package dev.daybook.testkit.memory;

import dev.daybook.testkit.contract.StorageContract;
import dev.daybook.testkit.contract.StorageFixture;

final class InMemoryStorageTest extends StorageContract {

    @Override
    protected StorageFixture fixture() {
        return StorageFixture.inMemory(InMemoryStorage::new, "memory:");
    }
}
