package dev.daybook.testkit.memory;

import dev.daybook.testkit.contract.StorageContract;
import dev.daybook.testkit.contract.StorageFixture;
import java.util.concurrent.atomic.AtomicReference;

/** The contract on a broken storage. Its name keeps it out of the build's own tests, which it would fail. */
final class BrokenStorageContract extends StorageContract {

    static final AtomicReference<Broken> UNDER_TEST = new AtomicReference<>();

    @Override
    protected StorageFixture fixture() {
        return UNDER_TEST.get().fixture();
    }
}
