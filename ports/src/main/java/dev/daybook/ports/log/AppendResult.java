package dev.daybook.ports.log;

import dev.daybook.ports.event.StoredEvent;
import java.util.List;

/** What became of an append. */
public sealed interface AppendResult {

    /**
     * The events are in the log, by this call.
     *
     * @param events the events with position, sequence and recordedAt, in the order they were given
     */
    record Stored(List<StoredEvent> events) implements AppendResult {

        /** Takes a copy, unless the list cannot be changed anyway. */
        public Stored {
            events = List.copyOf(events);
        }
    }

    /**
     * The same events were in the log before; nothing was written.
     *
     * @param events the events as they were stored then, in the order they were given
     */
    record AlreadyStored(List<StoredEvent> events) implements AppendResult {

        /** Takes a copy, unless the list cannot be changed anyway. */
        public AlreadyStored {
            events = List.copyOf(events);
        }
    }

    /**
     * A condition did not hold; nothing was written.
     *
     * @param expected the first condition, in the order given, that did not hold
     * @param found for an expected sequence the sequence the aggregate has come to, for a query the position of the first event
     *     that matches
     */
    record Conflict(Condition expected, long found) implements AppendResult {

        /**
         * The conflict in words.
         *
         * @return what was expected and what was found
         */
        public String describe() {
            return switch (expected) {
                case Condition.ExpectedSequence(String aggregateId, long sequence) ->
                    "expected " + aggregateId + " at sequence " + sequence + ", found it at " + found;
                case Condition.NoneMatching(Query query, long position) ->
                    "expected nothing that matches " + query + " after position " + position + ", found position "
                            + found;
            };
        }
    }
}
