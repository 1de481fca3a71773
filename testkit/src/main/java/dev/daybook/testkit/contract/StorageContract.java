package dev.daybook.testkit.contract;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * What every storage promises; an adapter's test extends it and says how its storages are opened. A build that has time to save runs its two
 * parts beside each other, {@link LogContract} and {@link FollowerContract}, as two tests.
 */
public abstract class StorageContract extends LogContract {

    /** For a subclass of an adapter's tests. */
    protected StorageContract() {}

    @Nested
    @DisplayName("What follows a log")
    class Followers extends FollowerContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }
}
