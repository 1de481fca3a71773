/**
 * States of folds kept beside the log, so that a load need not begin at the first event, and what keeps changed code from
 * loading a stale one. Start from {@link dev.daybook.core.snapshot.Fingerprint}.
 */
@NullMarked
package dev.daybook.core.snapshot;

import org.jspecify.annotations.NullMarked;
