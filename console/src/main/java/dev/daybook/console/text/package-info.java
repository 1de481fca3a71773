/** Text of others, as it may be shown to somebody. Start from {@link dev.daybook.console.text.Hidden}. */
@NullMarked
package dev.daybook.console.text;

import org.jspecify.annotations.NullMarked;
