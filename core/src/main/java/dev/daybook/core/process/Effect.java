package dev.daybook.core.process;

import java.time.Instant;

/** What a reaction does beside changing the state. */
sealed interface Effect<C> {

    record Send<C>(String aggregateId, C command) implements Effect<C> {}

    record SetDeadline<C>(String name, Instant due) implements Effect<C> {}

    record CancelDeadline<C>(String name) implements Effect<C> {}
}
