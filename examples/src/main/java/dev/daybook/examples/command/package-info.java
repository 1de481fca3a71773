/** The commands of the command line. Start from {@link dev.daybook.examples.command.CommandLines}. */
@NullMarked
package dev.daybook.examples.command;

import org.jspecify.annotations.NullMarked;
