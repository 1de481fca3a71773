/** Tests of readers. */
@NullMarked
package dev.daybook.console.reading;

import org.jspecify.annotations.NullMarked;
