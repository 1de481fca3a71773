package dev.daybook.testkit.memory;

import dev.daybook.ports.snapshot.Snapshot;
import dev.daybook.testkit.contract.StorageFixture;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Broken storages; those here are wrong as a whole or in their snapshots. */
final class BrokenStorages {

    private BrokenStorages() {}

    /** Those whose fault shows at every run. */
    static Stream<Broken> all() {
        return Stream.of(
                        BrokenAppends.all(),
                        BrokenAnswers.all(),
                        BrokenContents.all(),
                        BrokenReads.all(),
                        BrokenContinuations.all(),
                        BrokenConsumers.all(),
                        BrokenFollowers.all(),
                        BrokenVersions.all(),
                        BrokenProcesses.all(),
                        BrokenInlineViews.all(),
                        wholes(),
                        snapshots())
                .flatMap(List::stream);
    }

    private static List<Broken> wholes() {
        return List.of(
                Broken.storage(
                        "answers when it is closed",
                        "Promise11Closed",
                        "a_closed_storage_refuses_every_call_by_name",
                        clock -> {
                            Gate open = new Gate() {
                                @Override
                                void close() {
                                    // The fault: it stays open.
                                }
                            };
                            return new InMemoryStorage(
                                    open,
                                    new MemoryLog(open, clock),
                                    new MemorySnapshots(open),
                                    new MemoryConsumers(open, clock));
                        }),
                new Broken(
                        "says that it is persistent and is not",
                        "Promise04Durable",
                        "the_log_is_the_same_after_reopening_where_it_is_persistent_and_empty_elsewhere",
                        StorageFixture.persistent((folder, clock) -> new InMemoryStorage(clock), folder -> "memory:")));
    }

    private static List<Broken> snapshots() {
        return List.of(
                Broken.snapshots(
                        "ignores the fingerprint of a snapshot",
                        "a_snapshot_of_another_fold_is_never_found",
                        gate -> new MemorySnapshots(gate) {
                            @Override
                            boolean fits(Snapshot snapshot, String fingerprint) {
                                return true;
                            }
                        }),
                Broken.snapshots(
                        "ignores the latest timestamp of a snapshot",
                        "the_latest_timestamp_bounds_what_is_found",
                        gate -> new MemorySnapshots(gate) {
                            @Override
                            public Optional<Snapshot> newest(
                                    String aggregateId, String fingerprint, long sequence, Instant latest) {
                                return super.newest(aggregateId, fingerprint, sequence, Instant.MAX);
                            }
                        }),
                Broken.snapshots(
                        "takes the snapshot saved last for the newest",
                        "the_newest_is_the_one_of_the_highest_sequence_whenever_it_was_saved",
                        SavedLast::new));
    }

    private static final class SavedLast extends MemorySnapshots {
        private final Map<String, Snapshot> last = new HashMap<>();

        SavedLast(Gate gate) {
            super(gate);
        }

        @Override
        public void save(Snapshot snapshot) {
            super.save(snapshot);
            last.put(snapshot.aggregateId(), snapshot);
        }

        @Override
        public Optional<Snapshot> newest(String aggregateId, String fingerprint, long sequence, Instant latest) {
            return Optional.ofNullable(last.get(aggregateId));
        }
    }
}
