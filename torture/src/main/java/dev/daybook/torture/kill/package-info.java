/** Writers and servers killed at random moments: start from {@link dev.daybook.torture.kill.KillRun}. */
@NullMarked
package dev.daybook.torture.kill;

import org.jspecify.annotations.NullMarked;
