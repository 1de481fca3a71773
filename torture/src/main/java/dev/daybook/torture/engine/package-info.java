/** The engines, and a place for a log of each: start from {@link dev.daybook.torture.engine.Site}. */
@NullMarked
package dev.daybook.torture.engine;

import org.jspecify.annotations.NullMarked;
