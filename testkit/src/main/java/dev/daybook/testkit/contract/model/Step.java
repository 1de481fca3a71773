package dev.daybook.testkit.contract.model;

import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.snapshot.Snapshot;
import java.time.Instant;

/** One thing done to both storages. It holds all it needs, so that it means the same when steps before it are dropped. */
sealed interface Step {

    record AppendEvents(Append append) implements Step {}

    record Read(Query query, Range range) implements Step {}

    record Head() implements Step {}

    record SaveSnapshot(Snapshot snapshot) implements Step {}

    record NewestSnapshot(String aggregateId, String fingerprint, long atMostSequence, Instant atMostLatest)
            implements Step {}

    record SnapshotTotals() implements Step {}

    record SetClock(Instant time) implements Step {}

    record Reopen() implements Step {}
}
