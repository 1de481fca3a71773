/** What the README shows, compiled and run. */
@NullMarked
package dev.daybook.examples.readme;

import org.jspecify.annotations.NullMarked;
