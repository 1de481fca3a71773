/** What a console measures, for Prometheus. Start from {@link dev.daybook.console.metrics.Meters}. */
@NullMarked
package dev.daybook.console.metrics;

import org.jspecify.annotations.NullMarked;
