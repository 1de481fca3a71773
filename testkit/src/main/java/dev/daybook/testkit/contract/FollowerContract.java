package dev.daybook.testkit.contract;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * What follows a log on every storage, consumers, views and process managers: the second part of {@link StorageContract}, to be run by
 * itself.
 */
public abstract class FollowerContract {

    /** For a subclass of an adapter's tests. */
    protected FollowerContract() {}

    /**
     * How the contract reaches the storages under test.
     *
     * @return the same at every call
     */
    protected abstract StorageFixture fixture();

    @Nested
    @DisplayName("Consumers")
    class ConsumersOfTheLog extends ConsumerContract {
        @Override
        StorageFixture fixture() {
            return FollowerContract.this.fixture();
        }
    }

    @Nested
    @DisplayName("Rows of views")
    class RowsOfViews extends RowsContract {
        @Override
        StorageFixture fixture() {
            return FollowerContract.this.fixture();
        }
    }

    @Nested
    @DisplayName("Waiting for the log to grow")
    class Growth extends GrowthContract {
        @Override
        StorageFixture fixture() {
            return FollowerContract.this.fixture();
        }
    }

    @Nested
    @DisplayName("Consumers that follow the log")
    class Following extends FollowingContract {
        @Override
        StorageFixture fixture() {
            return FollowerContract.this.fixture();
        }
    }

    @Nested
    @DisplayName("Parked events, seen to from outside")
    class ParkedEvents extends DeadLetterContract {
        @Override
        StorageFixture fixture() {
            return FollowerContract.this.fixture();
        }
    }

    @Nested
    @DisplayName("Consumers that share the aggregates")
    class Partitions extends PartitionContract {
        @Override
        StorageFixture fixture() {
            return FollowerContract.this.fixture();
        }
    }

    @Nested
    @DisplayName("Views")
    class KeptViews extends ViewContract {
        @Override
        StorageFixture fixture() {
            return FollowerContract.this.fixture();
        }
    }

    @Nested
    @DisplayName("Views that are kept inline")
    class InlineViews extends InlineContract {
        @Override
        StorageFixture fixture() {
            return FollowerContract.this.fixture();
        }
    }

    @Nested
    @DisplayName("Views whose code has changed")
    class ViewsOfChangedCode extends ViewCodeContract {
        @Override
        StorageFixture fixture() {
            return FollowerContract.this.fixture();
        }
    }

    @Nested
    @DisplayName("Versions of views")
    class VersionsOfViews extends ViewVersionContract {
        @Override
        StorageFixture fixture() {
            return FollowerContract.this.fixture();
        }
    }

    @Nested
    @DisplayName("Views of any log")
    class Overviews extends OverviewContract {
        @Override
        StorageFixture fixture() {
            return FollowerContract.this.fixture();
        }
    }

    @Nested
    @DisplayName("Consumers whose process is killed or stopped")
    class KilledConsumers extends KilledConsumerContract {
        @Override
        StorageFixture fixture() {
            return FollowerContract.this.fixture();
        }
    }

    @Nested
    @DisplayName("Process managers")
    class Processes extends ProcessContract {
        @Override
        StorageFixture fixture() {
            return FollowerContract.this.fixture();
        }
    }

    @Nested
    @DisplayName("Deadlines of process managers")
    class Deadlines extends DeadlineContract {
        @Override
        StorageFixture fixture() {
            return FollowerContract.this.fixture();
        }
    }

    @Nested
    @DisplayName("Process managers whose process is killed or stopped")
    class KilledProcesses extends KilledProcessContract {
        @Override
        StorageFixture fixture() {
            return FollowerContract.this.fixture();
        }
    }
}
