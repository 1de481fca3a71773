/** Daybook beside raw code, in ratios within one run. Start from {@link dev.daybook.benchmarks.Main}. */
@NullMarked
package dev.daybook.benchmarks;

import org.jspecify.annotations.NullMarked;
