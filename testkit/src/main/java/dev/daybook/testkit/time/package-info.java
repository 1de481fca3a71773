/** Time as a test wants it. Start from {@link dev.daybook.testkit.time.SettableClock}. */
@NullMarked
package dev.daybook.testkit.time;

import org.jspecify.annotations.NullMarked;
