package dev.daybook.core.repository;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.core.context.Context;
import dev.daybook.core.context.Envelopes;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** What follows from a decision: its events ready for the log, and the state after them. */
final class Decisions<S, E> {

    private final Aggregate<?, S, E, ?> aggregate;
    private final Envelopes envelopes;

    Decisions(Aggregate<?, S, E, ?> aggregate, Envelopes envelopes) {
        this.aggregate = aggregate;
        this.envelopes = envelopes;
    }

    Supplier<UUID> idsOf(Context context) {
        return envelopes.idsOf(context);
    }

    List<NewEvent> seal(String id, List<E> events, Context context, Supplier<UUID> ids) {
        return envelopes.seal(id, events, aggregate::tags, context, ids);
    }

    /** Folds what was decided, so that nothing need be read or decoded. */
    Loaded<S> after(Loaded<S> before, List<E> events, List<NewEvent> sealed) {
        // All events of one decision bear one time.
        Instant timestamp = Timestamps.normal(sealed.getFirst().timestamp());
        Instant latest = timestamp.isAfter(before.latest()) ? timestamp : before.latest();
        S state = aggregate.applyAll(before.state(), events);
        return new Loaded<>(before.aggregateId(), state, before.sequence() + events.size(), latest);
    }
}
