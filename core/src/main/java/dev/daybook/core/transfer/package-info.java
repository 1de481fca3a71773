/**
 * From one log into another. Start from {@link dev.daybook.core.transfer.LogCopy} to move a log, from {@link
 * dev.daybook.core.transfer.EventImport} to take in events that are recorded anew.
 */
@NullMarked
package dev.daybook.core.transfer;

import org.jspecify.annotations.NullMarked;
