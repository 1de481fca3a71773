package dev.daybook.testkit.memory;

import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.storage.Limits;
import dev.daybook.ports.view.InlineFold;
import dev.daybook.ports.view.InlineView;
import dev.daybook.ports.view.InlineViewException;
import dev.daybook.ports.view.RowChange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The views that are kept inline. Every step is a method of its own, so that a test can break just that one. */
class MemoryInline {

    private final Gate gate;
    private final MemoryLog log;
    private final MemoryConsumers consumers;
    private final List<InlineFold> folds = new CopyOnWriteArrayList<>();

    MemoryInline(Gate gate, MemoryLog log, MemoryConsumers consumers) {
        this.gate = gate;
        this.log = log;
        this.consumers = consumers;
    }

    InlineView keep(InlineFold fold) {
        return gate.pass(() -> {
            if (folds.stream().anyMatch(kept -> kept.name().equals(fold.name()))) {
                throw new IllegalStateException(
                        "the view " + fold.name() + " is kept inline already; keep it once, or close what keeps it");
            }
            consumers.views().apply(fold.beginning());
            catchUp(fold);
            folds.add(fold);
            return new Kept(fold);
        });
    }

    /** Within the gate: folds what was appended while nobody kept the view. */
    void catchUp(InlineFold fold) {
        long after = consumers.followed(fold.name());
        List<StoredEvent> missed = log.behind(after);
        try {
            consumers.views().apply(changes(fold, missed));
        } catch (RuntimeException failure) {
            throw InlineViewException.behind(fold.name(), after, failure);
        }
        consumers.follow(fold.name(), after + missed.size());
    }

    /** Within the gate: events that have just been taken. Either all views follow or none does. */
    void follow(List<StoredEvent> events) {
        List<RowChange> changes = new ArrayList<>();
        for (InlineFold fold : folds) {
            try {
                changes.addAll(changes(fold, events));
            } catch (RuntimeException failure) {
                throw InlineViewException.refused(fold.name(), failure);
            }
        }
        consumers.views().apply(changes);
        folds.forEach(fold -> consumers.follow(fold.name(), consumers.followed(fold.name()) + events.size()));
    }

    List<RowChange> changes(InlineFold fold, List<StoredEvent> events) {
        List<StoredEvent> matching =
                events.stream().filter(fold.query()::matches).toList();
        if (matching.isEmpty()) {
            return List.of();
        }
        InlineFold.Step step = fold.step(matching);
        List<RowChange> changes = step.changes(consumers.views().find(fold.name(), step.keys()));
        Limits.standard().check(new Progress(0, changes));
        return changes;
    }

    private final class Kept implements InlineView {

        private final InlineFold fold;

        Kept(InlineFold fold) {
            this.fold = fold;
        }

        @Override
        public void catchUp() {
            gate.pass(() -> {
                MemoryInline.this.catchUp(fold);
                return fold;
            });
        }

        @Override
        public void close() {
            folds.remove(fold);
        }
    }
}
