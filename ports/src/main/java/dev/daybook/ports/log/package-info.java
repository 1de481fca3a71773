/** The append-only log: appends with their conditions, queries and cursors. Start from {@link dev.daybook.ports.log.EventLog}. */
@NullMarked
package dev.daybook.ports.log;

import org.jspecify.annotations.NullMarked;
