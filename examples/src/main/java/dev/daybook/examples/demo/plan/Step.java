package dev.daybook.examples.demo.plan;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does at one moment, all of it or nothing.
 *
 * @param actor who
 * @param at when
 * @param correlation the piece of work it belongs to
 * @param cause the event it answers, if it answers one
 * @param actions what is done
 * @param ids the ids of the events, one for each action
 */
public record Step(
        String actor,
        Instant at,
        String correlation,
        @Nullable UUID cause,
        List<Action> actions,
        List<UUID> ids) {}
