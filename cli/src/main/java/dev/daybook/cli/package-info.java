/** The command line of Daybook. Start from {@link dev.daybook.cli.Main}. */
@NullMarked
package dev.daybook.cli;

import org.jspecify.annotations.NullMarked;
