package dev.daybook.h2;

import dev.daybook.testkit.contract.StorageContract;
import dev.daybook.testkit.contract.StorageFixture;

final class H2StorageTest extends StorageContract {

    @Override
    protected StorageFixture fixture() {
        return StorageFixture.persistentInOneProcess(
                (folder, clock) ->
                        H2Storage.builder(folder.resolve("log")).clock(clock).open(),
                folder -> "h2:" + folder.resolve("log"));
    }
}
