/** Stored states of folds. Start from {@link dev.daybook.ports.snapshot.Snapshots}. */
@NullMarked
package dev.daybook.ports.snapshot;

import org.jspecify.annotations.NullMarked;
