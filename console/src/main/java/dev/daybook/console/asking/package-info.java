/** What calls ask for, understood alike by API and pages. Start from {@link dev.daybook.console.asking.Filters}. */
@NullMarked
package dev.daybook.console.asking;

import org.jspecify.annotations.NullMarked;
