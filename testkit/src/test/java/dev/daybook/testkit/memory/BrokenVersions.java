package dev.daybook.testkit.memory;

import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.ViewRow;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Storages on which versions of views are compared, served and dropped wrongly. */
final class BrokenVersions {

    private BrokenVersions() {}

    static List<Broken> all() {
        return List.of(
                versions(
                        "forgets which version is served",
                        "what_differs_is_shown_per_key_and_every_process_is_switched_at_once",
                        ForgetsWhatIsServed::new),
                versions(
                        "leaves a row out between two pages",
                        "versions_of_any_size_are_compared_in_the_order_of_their_keys_and_who_listens_can_end_it",
                        (gate, clock) -> new MemoryConsumers(gate, clock, new LeavesRowsOut(gate))),
                versions(
                        "keeps a row that was removed",
                        "a_key_that_only_one_version_has_is_a_difference",
                        KeepsRemovedRows::new),
                versions(
                        "removes a row from all versions",
                        "dropping_a_version_can_be_ended_and_done_on",
                        (gate, clock) -> new MemoryConsumers(gate, clock, new RemovesEverywhere(gate))),
                versions(
                        "forgets that a version was dropped",
                        "a_version_that_is_not_served_can_be_dropped_for_good",
                        ForgetsWhatWasDropped::new),
                versions(
                        "keeps the lease of who has stopped",
                        "a_new_version_waits_until_it_is_built_stands_still_when_that_is_cancelled_and_goes_on",
                        KeepsLeases::new),
                Broken.consumers(
                        "finds only the first of some rows",
                        "KeptViews",
                        "rows_that_are_not_what_the_log_says_are_named",
                        (gate, clock) -> new MemoryConsumers(gate, clock, new FindsOne(gate))),
                Broken.consumers(
                        "gives a row twice where a page ends",
                        "KeptViews",
                        "who_listens_is_told_how_far_a_comparison_with_the_log_is_and_can_end_it",
                        (gate, clock) -> new MemoryConsumers(gate, clock, new RepeatsRows(gate))));
    }

    private static Broken versions(
            String fault, String test, BiFunction<Gate, InstantSource, MemoryConsumers> consumers) {
        return Broken.consumers(fault, "VersionsOfViews", test, consumers);
    }

    private static final class ForgetsWhatIsServed extends MemoryConsumers {
        ForgetsWhatIsServed(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        public boolean commit(Lease lease, Progress progress) {
            List<RowChange> kept = progress.changes().stream()
                    .filter(change -> !change.view().equals("daybook:served"))
                    .toList();
            return super.commit(lease, new Progress(progress.checkpoint(), kept));
        }
    }

    private static final class ForgetsWhatWasDropped extends MemoryConsumers {
        ForgetsWhatWasDropped(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        /** A version is marked by who holds the one that is served. */
        @Override
        public boolean commit(Lease lease, Progress progress) {
            List<RowChange> kept = progress.changes().stream()
                    .filter(change -> !(change instanceof RowChange.Put(String view, ViewRow row)
                            && view.equals("daybook:versions")
                            && !row.key().equals(lease.consumer())))
                    .toList();
            return super.commit(lease, new Progress(progress.checkpoint(), kept));
        }
    }

    private static final class KeepsRemovedRows extends MemoryConsumers {
        KeepsRemovedRows(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        public boolean commit(Lease lease, Progress progress) {
            List<RowChange> kept = progress.changes().stream()
                    .filter(RowChange.Put.class::isInstance)
                    .toList();
            return super.commit(lease, new Progress(progress.checkpoint(), kept));
        }
    }

    private static final class RemovesEverywhere extends MemoryViews {
        RemovesEverywhere(Gate gate) {
            super(gate);
        }

        @Override
        void apply(List<RowChange> changes) {
            super.apply(changes);
            super.apply(changes.stream()
                    .filter(RowChange.Remove.class::isInstance)
                    .<RowChange>map(change -> new RowChange.Remove(
                            change.view().replaceAll("@.*", "@1"), ((RowChange.Remove) change).key()))
                    .toList());
        }
    }

    private static final class KeepsLeases extends MemoryConsumers {
        KeepsLeases(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        public void release(Lease lease) {
            // The fault: it is held on.
        }
    }

    private static final class LeavesRowsOut extends MemoryViews {
        LeavesRowsOut(Gate gate) {
            super(gate);
        }

        @Override
        public List<ViewRow> page(String view, String afterKey, int limit) {
            return super.page(view, afterKey, limit).stream()
                    .skip(afterKey.isEmpty() ? 0 : 1)
                    .toList();
        }
    }

    private static final class RepeatsRows extends MemoryViews {
        RepeatsRows(Gate gate) {
            super(gate);
        }

        @Override
        public List<ViewRow> page(String view, String afterKey, int limit) {
            List<ViewRow> rows = new ArrayList<>(super.page(view, afterKey, limit));
            if (!rows.isEmpty()) {
                rows.add(rows.getLast());
            }
            return rows;
        }
    }

    private static final class FindsOne extends MemoryViews {
        FindsOne(Gate gate) {
            super(gate);
        }

        @Override
        public Map<String, ViewRow> find(String view, Set<String> keys) {
            Map<String, ViewRow> found = super.find(view, keys);
            found.keySet().retainAll(keys.stream().sorted().limit(1).toList());
            return found;
        }
    }
}
