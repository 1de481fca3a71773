package dev.daybook.console.page;

import java.util.Optional;

/**
 * The chart of a view of events, by itself.
 *
 * @param chart how many happened when
 * @param drawing where to ask for it again, while not all is counted
 */
public record ChartModel(BarChart chart, Optional<String> drawing) {}
