package dev.daybook.core.overview;

import java.time.Instant;

/**
 * What there is of an aggregate.
 *
 * @param events how many events
 * @param firstType the type of the first event, by which the directory is sorted: it tells what kind of thing it is
 * @param firstPosition where the first event stands
 * @param firstAt when it happened
 * @param lastType the type of the last event
 * @param lastPosition where the last event stands
 * @param lastAt when it happened
 */
public record AggregateSummary(
        long events,
        String firstType,
        long firstPosition,
        Instant firstAt,
        String lastType,
        long lastPosition,
        Instant lastAt) {}
