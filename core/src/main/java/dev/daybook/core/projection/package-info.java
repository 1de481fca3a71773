/**
 * Views: folds over many aggregates, a state per key, kept beside the log with the position they have come to. Start from
 * {@link dev.daybook.core.projection.Projection}.
 */
@NullMarked
package dev.daybook.core.projection;

import org.jspecify.annotations.NullMarked;
