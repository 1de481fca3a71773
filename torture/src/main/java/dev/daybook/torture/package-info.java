/** Kills and faults as a command: start from {@link dev.daybook.torture.Main}. */
@NullMarked
package dev.daybook.torture;

import org.jspecify.annotations.NullMarked;
