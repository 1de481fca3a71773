package dev.daybook.testkit.contract;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/**
 * What every storage promises of the log itself, promise by promise: the first part of {@link StorageContract}, to be run by itself. Each
 * suite bears its promise's number in its name and as a tag ({@code promise-01} to {@code promise-11}), so that a report can be read and a
 * run be narrowed by promise.
 *
 * <p>Promise 4 beyond a killed process, promise 8 against somebody with a shell, and the faults of promise 11 that only an engine
 * can have (foreign, newer, read-only, full, damaged, locked) are for the adapter's own tests.
 */
public abstract class LogContract {

    /** For a subclass of an adapter's tests. */
    protected LogContract() {}

    /**
     * How the contract reaches the storages under test.
     *
     * @return the same at every call
     */
    protected abstract StorageFixture fixture();

    @Nested
    @Tag("promise-01")
    @DisplayName("1. Order")
    class Promise01Order extends OrderPromise {
        @Override
        StorageFixture fixture() {
            return LogContract.this.fixture();
        }
    }

    @Nested
    @Tag("promise-02")
    @DisplayName("2. Sequence")
    class Promise02Sequence extends SequencePromise {
        @Override
        StorageFixture fixture() {
            return LogContract.this.fixture();
        }
    }

    @Nested
    @Tag("promise-03")
    @DisplayName("3. Atomic")
    class Promise03Atomic extends AtomicPromise {
        @Override
        StorageFixture fixture() {
            return LogContract.this.fixture();
        }
    }

    @Nested
    @Tag("promise-04")
    @DisplayName("4. Durable")
    class Promise04Durable extends DurablePromise {
        @Override
        StorageFixture fixture() {
            return LogContract.this.fixture();
        }
    }

    @Nested
    @Tag("promise-05")
    @DisplayName("5. Exact conditions")
    class Promise05Conditions extends ConditionPromise {
        @Override
        StorageFixture fixture() {
            return LogContract.this.fixture();
        }
    }

    @Nested
    @Tag("promise-05")
    @DisplayName("5. Exact conditions, under contention")
    class Promise05Contention extends ContentionPromise {
        @Override
        StorageFixture fixture() {
            return LogContract.this.fixture();
        }
    }

    @Nested
    @Tag("promise-05")
    @DisplayName("5. Exact conditions, across processes")
    class Promise05Processes extends ProcessPromise {
        @Override
        StorageFixture fixture() {
            return LogContract.this.fixture();
        }
    }

    @Nested
    @Tag("promise-01")
    @Tag("promise-05")
    @DisplayName("1. and 5. Histories: order and exact conditions together, in real time")
    class Promise05Histories extends HistoryPromise {
        @Override
        StorageFixture fixture() {
            return LogContract.this.fixture();
        }
    }

    @Nested
    @Tag("promise-06")
    @DisplayName("6. Idempotent")
    class Promise06Idempotent extends IdempotentPromise {
        @Override
        StorageFixture fixture() {
            return LogContract.this.fixture();
        }
    }

    @Nested
    @Tag("promise-07")
    @DisplayName("7. Time")
    class Promise07Time extends TimePromise {
        @Override
        StorageFixture fixture() {
            return LogContract.this.fixture();
        }
    }

    @Nested
    @Tag("promise-08")
    @DisplayName("8. Immutable")
    class Promise08Immutable extends ImmutablePromise {
        @Override
        StorageFixture fixture() {
            return LogContract.this.fixture();
        }
    }

    @Nested
    @Tag("promise-09")
    @DisplayName("9. Streaming")
    class Promise09Streaming extends StreamingPromise {
        @Override
        StorageFixture fixture() {
            return LogContract.this.fixture();
        }
    }

    @Nested
    @Tag("promise-09")
    @DisplayName("9. Streaming: what a read answers")
    class Promise09Reading extends ReadingContract {
        @Override
        StorageFixture fixture() {
            return LogContract.this.fixture();
        }
    }

    @Nested
    @Tag("promise-09")
    @DisplayName("9. Streaming: pages without a seam")
    class Promise09Paging extends PagingContract {
        @Override
        StorageFixture fixture() {
            return LogContract.this.fixture();
        }
    }

    @Nested
    @Tag("promise-10")
    @DisplayName("10. Bounded")
    class Promise10Bounded extends BoundedPromise {
        @Override
        StorageFixture fixture() {
            return LogContract.this.fixture();
        }
    }

    @Nested
    @Tag("promise-10")
    @DisplayName("10. Bounded: any Unicode, byte for byte")
    class Promise10Unicode extends UnicodePromise {
        @Override
        StorageFixture fixture() {
            return LogContract.this.fixture();
        }
    }

    @Nested
    @Tag("promise-11")
    @DisplayName("11. Refusing: closed")
    class Promise11Closed extends ClosedPromise {
        @Override
        StorageFixture fixture() {
            return LogContract.this.fixture();
        }
    }

    @Nested
    @Tag("promise-11")
    @DisplayName("11. Refusing: interrupted")
    class Promise11Interrupted extends InterruptPromise {
        @Override
        StorageFixture fixture() {
            return LogContract.this.fixture();
        }
    }

    @Nested
    @Tag("continuation")
    @DisplayName("Continuing another log")
    class Continuation extends ContinuationContract {
        @Override
        StorageFixture fixture() {
            return LogContract.this.fixture();
        }
    }

    @Nested
    @Tag("snapshots")
    @DisplayName("Snapshots")
    class Snapshots extends SnapshotContract {
        @Override
        StorageFixture fixture() {
            return LogContract.this.fixture();
        }
    }

    @Nested
    @Tag("model")
    @DisplayName("All promises, by random steps")
    class Model extends ModelContract {
        @Override
        StorageFixture fixture() {
            return LogContract.this.fixture();
        }
    }
}
