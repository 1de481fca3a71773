/** From what a log stores to a fold's state. Start from {@link dev.daybook.core.replay.Replay}. */
@NullMarked
package dev.daybook.core.replay;

import org.jspecify.annotations.NullMarked;
