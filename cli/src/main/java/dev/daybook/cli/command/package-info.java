/** The commands of the command line. Start from {@link dev.daybook.cli.command.CommandLines}. */
@NullMarked
package dev.daybook.cli.command;

import org.jspecify.annotations.NullMarked;
