package dev.daybook.console.page;

import java.util.List;
import java.util.Optional;

/**
 * The page of aggregates, and of what it takes to have their states.
 *
 * @param prefix how the ids of those that are shown begin
 * @param isKept whether only those with a snapshot are shown
 * @param facts what there is to know of all of them, nothing while a large log is counted for the first time
 * @param rows some of them, in the order of their ids
 * @param searched behind which id is searched on, where the search was broken off before the page was full
 * @param next the page after this one
 * @param first the first page, where this is another one
 */
public record AggregatesModel(
        Frame frame,
        String prefix,
        boolean isKept,
        List<Fact> facts,
        List<Row> rows,
        Optional<String> searched,
        Optional<String> next,
        Optional<String> first) {

    /**
     * Something that is known of all.
     *
     * @param id where links lead to
     */
    public record Fact(String id, String name, String told) {}

    /**
     * An aggregate.
     *
     * @param aggregate leads to its page
     * @param last when its last event happened
     * @param snapshot the newest one, in words, empty where none is known
     * @param folded how many events are folded to have its state
     * @param replay leads to a replay
     */
    public record Row(Link aggregate, String events, Time last, String snapshot, String folded, String replay) {}
}
