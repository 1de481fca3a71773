/** What was done and found: start from {@link dev.daybook.torture.report.Report}. */
@NullMarked
package dev.daybook.torture.report;

import org.jspecify.annotations.NullMarked;
