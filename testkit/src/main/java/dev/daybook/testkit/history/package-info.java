/**
 * Records what concurrent callers of a log did and were answered, and checks that one order explains it all. Start from {@link
 * dev.daybook.testkit.history.RecordedLog} and {@link dev.daybook.testkit.history.HistoryChecker}.
 */
@NullMarked
package dev.daybook.testkit.history;

import org.jspecify.annotations.NullMarked;
