/** The commands that the examples add to the command line. Start from {@link dev.daybook.examples.command.ExampleCommands}. */
@NullMarked
package dev.daybook.examples.command;

import org.jspecify.annotations.NullMarked;
