/** What people see of a log: pages, an HTTP API, live events and metrics. Start from {@link dev.daybook.console.Console}. */
@NullMarked
package dev.daybook.console;

import org.jspecify.annotations.NullMarked;
