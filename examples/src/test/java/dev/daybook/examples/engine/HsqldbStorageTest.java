package dev.daybook.examples.engine;

import dev.daybook.testkit.contract.StorageContract;
import dev.daybook.testkit.contract.StorageFixture;
import java.util.UUID;

// snippet:test
final class HsqldbStorageTest extends StorageContract {

    @Override
    protected StorageFixture fixture() {
        return StorageFixture.inMemory(
                clock -> HsqldbStorage.open("hsqldb:mem:" + UUID.randomUUID(), clock), "hsqldb:mem:log");
    }
}
// end
