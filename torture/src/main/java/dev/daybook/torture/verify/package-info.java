/** Whether a log is what its writers were told: start from {@link dev.daybook.torture.verify.Audit}. */
@NullMarked
package dev.daybook.torture.verify;

import org.jspecify.annotations.NullMarked;
