/** Output that is good to look at in a terminal and plain when piped. Start from {@link dev.daybook.examples.terminal.Terminal}. */
@NullMarked
package dev.daybook.examples.terminal;

import org.jspecify.annotations.NullMarked;
