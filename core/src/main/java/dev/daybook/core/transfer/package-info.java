/** From one log into another. Start from {@link dev.daybook.core.transfer.EventImport}. */
@NullMarked
package dev.daybook.core.transfer;

import org.jspecify.annotations.NullMarked;
