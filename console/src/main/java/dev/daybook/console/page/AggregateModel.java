package dev.daybook.console.page;

import java.util.List;
import java.util.Optional;

/**
 * The page of an aggregate at one step of its history.
 *
 * @param id the aggregate's id, as forms send it
 * @param name the same, as it is read
 * @param step the step that is looked at, from 1
 * @param last the last step there is
 * @param by what folds it, in words
 * @param event what happened at the step
 * @param against the step that the state is compared with
 * @param changes what has changed since then
 * @param state the state, with what has changed marked
 * @param charts how numeric fields went
 * @param chartFrom the first step in the charts and in the list of steps
 * @param chartTo the last one
 * @param steps the steps around this one, newest first
 * @param commands what it was asked to do, newest first
 * @param links where to go from here
 * @param replayed what a replay has shown, if one was asked for
 * @param snapshot the newest snapshot, in words
 * @param maySnapshot whether the caller may take one
 */
public record AggregateModel(
        Frame frame,
        String id,
        String name,
        long step,
        long last,
        String by,
        EventRow event,
        long against,
        List<Changed> changes,
        List<StateTree.Row> state,
        List<LineChart> charts,
        long chartFrom,
        long chartTo,
        List<StepRow> steps,
        List<CommandRow> commands,
        Links links,
        Optional<String> replayed,
        Optional<Kept> snapshot,
        boolean maySnapshot) {

    /** A step in the list of steps. */
    public record StepRow(
            long sequence, boolean isThis, String url, Time happened, String type, String hue, String description) {}

    /**
     * A command that the aggregate was asked to carry out.
     *
     * @param outcome what became of it, as a word
     * @param why the reason, empty where it was accepted
     */
    public record CommandRow(
            String url, Time asked, String name, String actor, String description, String outcome, String why) {

        public boolean isRefused() {
            return !outcome.equals("stored") && !outcome.equals("nothing to do");
        }
    }

    /** A snapshot that is kept. */
    public record Kept(long sequence, String fingerprint, Time taken) {}

    /** Where to go from a step. */
    public record Links(
            Optional<String> first,
            Optional<String> before,
            Optional<String> after,
            Optional<String> end,
            String events,
            String replay) {}
}
