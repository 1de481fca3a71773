package dev.daybook.console.page;

import dev.daybook.console.action.Actions;
import dev.daybook.console.action.ConsoleEvent;
import dev.daybook.console.asking.Looks;
import dev.daybook.console.reading.Folded;
import dev.daybook.console.reading.Moment;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.reading.Sight;
import dev.daybook.console.reading.StateReader;
import dev.daybook.console.reading.Step;
import dev.daybook.console.security.Role;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.console.web.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The page of an aggregate: its state at any step of its history, what each step has changed, and what it was asked. */
final class AggregatePage {

    static final String PATH = "/aggregate";
    static final Set<String> PARAMETERS = Set.of("id", "step", "against", "at", "replay", "kept", Looks.UNMASK);

    /** How many steps are drawn and listed around the one that is looked at. */
    private static final int AROUND = 200;

    private final Readers readers;
    private final Looks looks;
    private final Actions actions;
    private final Templates templates;

    AggregatePage(Readers readers, Looks looks, Actions actions, Templates templates) {
        this.readers = readers;
        this.looks = looks;
        this.actions = actions;
        this.templates = templates;
    }

    Answer show(Call asked) {
        Call call = LooseTimes.in(asked);
        String id = call.required("id");
        Sight sight = looks.of(call);
        Folded now = readers.states().state(id, new Moment.Now(), sight);
        if (now.sequence() == 0) {
            throw Problem.notFound("the aggregate " + Visible.name(id)
                    + " has no events; an id is written in upper and lower case as it was recorded");
        }
        Optional<Instant> at = call.time("at");
        if (at.isPresent()) {
            return Answer.seeOther(toTime(call, id, at.get(), sight));
        }
        long step = call.number("step", 1, now.sequence(), now.sequence());
        long against = call.number("against", 0, now.sequence(), step - 1);
        return templates.html("aggregate", model(call, now, step, against, sight));
    }

    private String toTime(Call call, String id, Instant at, Sight sight) {
        Folded then = readers.states().state(id, new Moment.Happened(at), sight);
        if (then.sequence() == 0) {
            throw Problem.notFound("nothing had happened to the aggregate " + Visible.name(id) + " by then");
        }
        return url(call, id).with("step", then.sequence()).toString();
    }

    private AggregateModel model(Call call, Folded now, long step, long against, Sight sight) {
        String id = now.aggregateId();
        long from = Math.max(1, Math.min(step - AROUND / 2, now.sequence() - AROUND + 1));
        StateReader.Steps steps = readers.states().steps(id, from, AROUND, sight);
        int index = (int) (step - from);
        Step here = steps.steps().get(index);
        var changes = against == step - 1
                ? here.changes()
                : readers.states()
                        .difference(id, new Moment.Sequence(against), new Moment.Sequence(step), sight)
                        .changes();
        Instant clock = Instant.now();
        return new AggregateModel(
                Frame.of(call, Visible.name(id), PATH, readers.sights()),
                id,
                Visible.name(id),
                step,
                now.sequence(),
                now.by().equals(Folded.LAST_VALUES)
                        ? "the last value of each field"
                        : "the rules of " + Visible.name(now.by()),
                EventRow.of(here.event(), call.base(), clock),
                against,
                Changed.of(changes),
                StateTree.of(here.state(), changes),
                LineChart.of(steps.steps(), index),
                from,
                from + steps.steps().size() - 1,
                rows(call, id, steps.steps(), step, clock),
                new CommandRows(readers).of(call, id, sight, clock),
                links(call, id, step, now.sequence()),
                notice(call, id, sight),
                readers.snapshots()
                        .newest(id)
                        .map(row -> new AggregateModel.Kept(
                                row.sequence(), row.fingerprint(), Time.of(row.takenAt(), clock))),
                call.may(Role.OPERATOR));
    }

    private static Url url(Call call, String id) {
        return Url.of(call.base(), PATH).with("id", id);
    }

    private static List<AggregateModel.StepRow> rows(Call call, String id, List<Step> steps, long here, Instant now) {
        return steps.reversed().stream()
                .map(step -> {
                    EventRow row = EventRow.of(step.event(), call.base(), now);
                    return new AggregateModel.StepRow(
                            row.sequence(),
                            row.sequence() == here,
                            url(call, id).with("step", row.sequence()).toString(),
                            row.happened(),
                            row.type().text(),
                            row.hue(),
                            row.description());
                })
                .toList();
    }

    private static AggregateModel.Links links(Call call, String id, long step, long last) {
        return new AggregateModel.Links(
                link(call, id, 1, step > 1),
                link(call, id, step - 1, step > 1),
                link(call, id, step + 1, step < last),
                link(call, id, last, step < last),
                Url.of(call.base(), EventsPage.PATH).with("aggregate", id).toString(),
                url(call, id).with("step", step).with("replay", true).toString());
    }

    private static Optional<String> link(Call call, String id, long step, boolean isThere) {
        return isThere ? Optional.of(url(call, id).with("step", step).toString()) : Optional.empty();
    }

    private Optional<String> notice(Call call, String id, Sight sight) {
        if (call.flag("kept")) {
            return Optional.of("A snapshot was taken.");
        }
        return call.flag("replay") ? Optional.of(replay(id, sight)) : Optional.empty();
    }

    /** Keeps the state as it is now. */
    Answer snapshot(Call call) {
        String id = call.required("id");
        long sequence = readers.states()
                .state(id, new Moment.Now(), readers.sights().whole())
                .sequence();
        if (sequence == 0) {
            throw Problem.notFound("the aggregate " + Visible.name(id) + " has no events");
        }
        actions.record(call.caller(), new ConsoleEvent.ConsoleSnapshotTaken(id, sequence));
        if (readers.snapshots().take(id).isEmpty()) {
            throw new Problem(409, "not-kept", "the snapshot could not be kept; the service's log says why");
        }
        return Answer.seeOther(url(call, id).with("kept", true).toString());
    }

    private String replay(String id, Sight sight) {
        StateReader.Replayed replayed = readers.states().replay(id, sight);
        Duration took = replayed.took();
        return Numbers.grouped(replayed.folded().sequence()) + " events folded from the first on in "
                + Numbers.millis(took)
                + (replayed.agrees()
                        ? "; the state is the same as the one that snapshots lead to"
                        : "; the state is NOT the one that snapshots lead to: a fold has changed without its version, or a"
                                + " snapshot is damaged");
    }
}
