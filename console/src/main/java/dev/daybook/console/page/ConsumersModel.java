package dev.daybook.console.page;

import java.util.List;
import java.util.Optional;

/**
 * The page of consumers.
 *
 * @param consumers all consumers that have a checkpoint in the log
 */
public record ConsumersModel(Frame frame, List<Line> consumers) {

    /**
     * A consumer.
     *
     * @param status what it does, in a word
     * @param look {@code good}, {@code bad} or {@code idle}
     * @param checkpoint up to where it has handled the log
     * @param head where the log ends
     * @param lag how far it is behind, in words
     * @param moved when it has last moved, if known
     * @param parked how many events it could not handle
     */
    public record Line(
            String name,
            String url,
            String status,
            String look,
            long checkpoint,
            long head,
            String lag,
            String rate,
            Optional<Time> moved,
            long parked,
            String diagnosis) {

        /** Up to where it has handled the log, for people. */
        public String reached() {
            return Numbers.grouped(checkpoint);
        }

        /** Where the log ends, for people. */
        public String end() {
            return Numbers.grouped(head);
        }
    }
}
