package dev.daybook.ports.log;

/** What must still hold for an append to be taken; checked in one step with it, also across processes. */
public sealed interface Condition {

    /**
     * The aggregate has come just so far and no further.
     *
     * @param aggregateId the aggregate
     * @param sequence the sequence of its last event, 0 if it must not exist
     * @return the condition
     */
    static Condition expectedSequence(String aggregateId, long sequence) {
        return new ExpectedSequence(aggregateId, sequence);
    }

    /**
     * The aggregate has no event yet.
     *
     * @param aggregateId the aggregate
     * @return the condition
     */
    static Condition mustNotExist(String aggregateId) {
        return new ExpectedSequence(aggregateId, 0);
    }

    /**
     * Nothing that would have changed a decision has come since it was made (a dynamic consistency boundary).
     *
     * @param query which events would
     * @param position the last position the decision has seen, 0 for none
     * @return the condition
     */
    static Condition noneMatchingAfter(Query query, long position) {
        return new NoneMatching(query, position);
    }

    /**
     * Holds while an aggregate's last event has this sequence.
     *
     * @param aggregateId the aggregate
     * @param sequence the sequence of its last event, 0 if it must not exist
     */
    record ExpectedSequence(String aggregateId, long sequence) implements Condition {

        /**
         * Checks the sequence.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public ExpectedSequence {
            if (sequence < 0) {
                throw new IllegalArgumentException("expected sequence " + sequence + " of " + aggregateId
                        + " is negative; 0 says that it must not exist");
            }
        }
    }

    /**
     * Holds while no event that matches a query stands behind a position.
     *
     * @param query which events
     * @param position the last position that does not count, 0 to count all
     */
    record NoneMatching(Query query, long position) implements Condition {

        /**
         * Checks the position.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public NoneMatching {
            if (position < 0) {
                throw new IllegalArgumentException("position " + position + " is negative; 0 counts the whole log");
            }
        }
    }
}
