/** An engine as a whole: opening it, its limits, its faults. Start from {@link dev.daybook.ports.storage.Storage}. */
@NullMarked
package dev.daybook.ports.storage;

import org.jspecify.annotations.NullMarked;
