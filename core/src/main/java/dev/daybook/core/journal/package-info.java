/**
 * The journal of decisions: every command with what became of it, also of those that were rejected. Start from
 * {@link dev.daybook.core.journal.Journal}.
 */
@NullMarked
package dev.daybook.core.journal;

import org.jspecify.annotations.NullMarked;
