package dev.daybook.sqlite;

import dev.daybook.testkit.contract.FollowerContract;
import dev.daybook.testkit.contract.StorageFixture;

final class SqliteFollowersTest extends FollowerContract {

    @Override
    protected StorageFixture fixture() {
        return SqliteFixture.FILE;
    }
}
