/**
 * Decisions that span aggregates, without a saga: they rely on whatever events a query finds. Start from
 * {@link dev.daybook.core.boundary.Boundary}.
 */
@NullMarked
package dev.daybook.core.boundary;

import org.jspecify.annotations.NullMarked;
