/** What people do by a console, recorded in the log itself. Start from {@link dev.daybook.console.action.Actions}. */
@NullMarked
package dev.daybook.console.action;

import org.jspecify.annotations.NullMarked;
