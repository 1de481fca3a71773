/** Tests of differences. */
@NullMarked
package dev.daybook.console.difference;

import org.jspecify.annotations.NullMarked;
