package dev.daybook.testkit.history;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.util.List;

/** What somebody did to a log, from when to when, and what was answered. */
public sealed interface Operation {

    /**
     * Who did it, and as which of their operations.
     *
     * @return a name that no other operation of the history bears
     */
    String name();

    /**
     * When it was called.
     *
     * @return {@link System#nanoTime} before the call
     */
    long start();

    /**
     * When it had answered.
     *
     * @return {@link System#nanoTime} after the call; {@link Long#MAX_VALUE} if it may still take effect
     */
    long end();

    /**
     * An append that was answered.
     *
     * @param name who did it, and as which operation
     * @param start when it was called
     * @param end when it had answered
     * @param append what was to be appended
     * @param result the answer
     */
    record Appended(String name, long start, long end, Append append, AppendResult result) implements Operation {}

    /**
     * An append that has failed or whose caller has died: its events are in the log or not.
     *
     * @param name who did it, and as which operation
     * @param start when it was called
     * @param append what was to be appended
     */
    record Unanswered(String name, long start, Append append) implements Operation {

        @Override
        public long end() {
            return Long.MAX_VALUE;
        }
    }

    /**
     * A read to its end.
     *
     * @param name who did it, and as which operation
     * @param start when it was called
     * @param end when the last event had been given
     * @param query which events were asked for
     * @param range in which range
     * @param found the events given
     */
    record Read(String name, long start, long end, Query query, Range range, List<StoredEvent> found)
            implements Operation {

        /** Takes a copy. */
        public Read {
            found = List.copyOf(found);
        }
    }

    /**
     * A question for the head.
     *
     * @param name who did it, and as which operation
     * @param start when it was called
     * @param end when it had answered
     * @param position the answer
     */
    record Head(String name, long start, long end, long position) implements Operation {}
}
