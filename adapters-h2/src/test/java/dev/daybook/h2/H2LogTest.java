package dev.daybook.h2;

import dev.daybook.testkit.contract.LogContract;
import dev.daybook.testkit.contract.StorageFixture;

final class H2LogTest extends LogContract {

    @Override
    protected StorageFixture fixture() {
        return H2Fixture.FILE;
    }
}
