/** Output that is good to look at in a terminal and plain when piped. Start from {@link dev.daybook.cli.terminal.Terminal}. */
@NullMarked
package dev.daybook.cli.terminal;

import org.jspecify.annotations.NullMarked;
