/** How much of each symbol was traded: a view that follows the log. */
@NullMarked
package dev.daybook.examples.desk.volume;

import org.jspecify.annotations.NullMarked;
