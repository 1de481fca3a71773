/** Times as people type them. Start from {@link dev.daybook.cli.time.Times}. */
@NullMarked
package dev.daybook.cli.time;

import org.jspecify.annotations.NullMarked;
