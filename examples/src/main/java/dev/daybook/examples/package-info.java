/** The command line of the examples. Start from {@link dev.daybook.examples.Main}. */
@NullMarked
package dev.daybook.examples;

import org.jspecify.annotations.NullMarked;
