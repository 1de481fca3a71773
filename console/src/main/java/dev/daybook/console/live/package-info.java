/** Events as they come, to many callers at a time. Start from {@link dev.daybook.console.live.LiveEvents}. */
@NullMarked
package dev.daybook.console.live;

import org.jspecify.annotations.NullMarked;
