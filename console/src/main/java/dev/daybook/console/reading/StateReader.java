package dev.daybook.console.reading;

import dev.daybook.console.difference.Change;
import dev.daybook.console.difference.JsonDifference;
import dev.daybook.core.Daybook;
import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** States of aggregates, and how they came about. */
public final class StateReader {

    /**
     * The difference of an aggregate between two moments.
     *
     * @param before its state at the one
     * @param after its state at the other
     * @param changes what differs
     */
    public record Difference(Folded before, Folded after, List<Change> changes) {}

    /**
     * A stretch of an aggregate's history.
     *
     * @param by what folded it, see {@link Folded#by}
     * @param steps its steps, oldest first
     * @param last the sequence of the aggregate's last event
     */
    public record Steps(String by, List<Step> steps, long last) {}

    /**
     * What folding an aggregate from its first event on has given.
     *
     * @param folded the state
     * @param took how long it took
     * @param agrees whether it is the state that snapshots lead to
     */
    public record Replayed(Folded folded, Duration took, boolean agrees) {}

    private final EventLog log;
    private final Foldings foldings;

    StateReader(Daybook daybook, Map<String, Aggregate<?, ?, ?, ?>> aggregates) {
        this.log = daybook.storage().log();
        this.foldings = new Foldings(daybook, aggregates);
    }

    /** The state at a moment; its sequence is 0 if nothing had happened by then. */
    public Folded state(String aggregateId, Moment moment, Sight sight) {
        return foldings.of(aggregateId, sight).at(aggregateId, sequence(aggregateId, moment));
    }

    public Difference difference(String aggregateId, Moment before, Moment after, Sight sight) {
        Folded one = state(aggregateId, before, sight);
        Folded other = state(aggregateId, after, sight);
        return new Difference(one, other, JsonDifference.between(one.state(), other.state()));
    }

    /** The steps from a sequence on. */
    public Steps steps(String aggregateId, long fromSequence, int limit, Sight sight) {
        Folding folding = foldings.of(aggregateId, sight);
        List<Step> steps = new ArrayList<>();
        walk(folding, aggregateId, fromSequence, limit, sight, steps::add);
        return new Steps(folding.name(), steps, last(aggregateId, Range.newestFirst()));
    }

    /**
     * Goes through the whole history, in constant memory.
     *
     * @return how many steps there were
     */
    public long walk(String aggregateId, Sight sight, Consumer<Step> each) {
        return walk(foldings.of(aggregateId, sight), aggregateId, 1, Long.MAX_VALUE, sight, each);
    }

    private long walk(
            Folding folding, String aggregateId, long fromSequence, long limit, Sight sight, Consumer<Step> each) {
        Folding.Walk walk = folding.from(aggregateId, fromSequence - 1);
        JsonNode before = walk.state();
        long steps = 0;
        Range range = Range.all().fromSequence(fromSequence).limit(limit);
        try (EventCursor events = log.read(Query.aggregate(aggregateId), range)) {
            while (events.hasNext()) {
                StoredEvent event = events.next();
                JsonNode after = walk.next(event);
                each.accept(new Step(sight.show(event), after, JsonDifference.between(before, after)));
                before = after;
                steps++;
            }
        }
        return steps;
    }

    /** Folds an aggregate anew, and compares. */
    public Replayed replay(String aggregateId, Sight sight) {
        Folding folding = foldings.of(aggregateId, sight);
        long started = System.nanoTime();
        Folded anew = folding.anew(aggregateId);
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        JsonNode kept = folding.fromSnapshot(aggregateId, anew.sequence()).state();
        return new Replayed(
                anew, took, JsonDifference.between(kept, anew.state()).isEmpty());
    }

    Folding folding(String aggregateId, Sight sight) {
        return foldings.of(aggregateId, sight);
    }

    private Moment sequence(String aggregateId, Moment moment) {
        return moment instanceof Moment.Position(long position)
                ? new Moment.Sequence(last(aggregateId, Range.newestFirst().upTo(position)))
                : moment;
    }

    private long last(String aggregateId, Range newestFirst) {
        try (EventCursor last = log.read(Query.aggregate(aggregateId), newestFirst.limit(1))) {
            return last.hasNext() ? last.next().sequence() : 0;
        }
    }
}
