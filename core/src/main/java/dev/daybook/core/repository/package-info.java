/**
 * Runs aggregates on a log: commands, loading, the past, and many decisions in one append. Start from
 * {@link dev.daybook.core.repository.Repository}.
 */
@NullMarked
package dev.daybook.core.repository;

import org.jspecify.annotations.NullMarked;
