package dev.daybook.console.page;

import java.util.List;
import java.util.Optional;

/**
 * The page of consumers and projections.
 *
 * @param views the views that the console was told of
 * @param consumers all consumers that have a checkpoint in the log
 * @param notice what has become of what was just done
 * @param mayOperate whether the caller may do more than look
 */
public record ConsumersModel(
        Frame frame, List<ViewLine> views, List<Line> consumers, Optional<String> notice, boolean mayOperate) {

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

    /**
     * A version of a view.
     *
     * @param version its number, 0 where there are none
     * @param canSwitch whether it is one of several, and not the one that is served
     */
    public record ViewLine(
            String view, String name, int version, boolean served, boolean canSwitch, Optional<Line> consumer) {}
}
