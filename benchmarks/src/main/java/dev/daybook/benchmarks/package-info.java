/**
 * Daybook measured side by side with raw code.
 */
@NullMarked
package dev.daybook.benchmarks;

import org.jspecify.annotations.NullMarked;
