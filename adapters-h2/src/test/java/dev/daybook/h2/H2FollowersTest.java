package dev.daybook.h2;

import dev.daybook.testkit.contract.FollowerContract;
import dev.daybook.testkit.contract.StorageFixture;

final class H2FollowersTest extends FollowerContract {

    @Override
    protected StorageFixture fixture() {
        return H2Fixture.FILE;
    }
}
