/** How long waits take at most. Start from {@link dev.daybook.core.waiting.TimeLimit}. */
@NullMarked
package dev.daybook.core.waiting;

import org.jspecify.annotations.NullMarked;
