package dev.daybook.console.api;

import dev.daybook.console.asking.Filters;
import dev.daybook.console.asking.Looks;
import dev.daybook.console.asking.Moments;
import dev.daybook.console.reading.Folded;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.reading.StateReader;
import dev.daybook.console.security.Role;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.console.web.Method;
import dev.daybook.console.web.Problem;
import dev.daybook.console.web.Route;
import java.util.List;
import java.util.Set;

/** States of aggregates: at a moment, between two, and step by step. */
final class StatesApi {

    private static final int USUAL_STEPS = 50;
    private static final int MOST_STEPS = 500;

    private static final Set<String> AGGREGATE = Set.of("aggregate", Looks.UNMASK);

    private final Readers readers;
    private final Looks looks;

    StatesApi(Readers readers, Looks looks) {
        this.readers = readers;
        this.looks = looks;
    }

    List<Route> routes() {
        return List.of(
                route("/state", Set.of("at", "as", "position", "sequence"), this::state),
                route(
                        "/difference",
                        Set.of("from", "to", "as", "from_position", "to_position", "from_sequence", "to_sequence"),
                        this::difference),
                route("/history", Set.of("from_sequence", "limit"), this::history),
                route("/replay", Set.of(), this::replay));
    }

    private static Route route(String path, Set<String> parameters, dev.daybook.console.web.Handler handler) {
        return Route.api(Method.GET, Api.ROOT + path, Role.VIEWER, Filters.union(parameters, AGGREGATE), handler);
    }

    Answer state(Call call) {
        Folded folded = existing(readers.states().state(call.required("aggregate"), Moments.one(call), looks.of(call)));
        return Answer.json(out -> Written.folded(out, folded));
    }

    private Answer difference(Call call) {
        StateReader.Difference difference = readers.states()
                .difference(call.required("aggregate"), Moments.from(call), Moments.to(call), looks.of(call));
        var unused = existing(difference.after().sequence() > 0 ? difference.after() : difference.before());
        return Answer.json(out -> {
            out.writeStartObject();
            out.writeName("before");
            Written.folded(out, difference.before());
            out.writeName("after");
            Written.folded(out, difference.after());
            Written.changes(out, difference.changes());
            out.writeEndObject();
        });
    }

    private Answer history(Call call) {
        String aggregate = call.required("aggregate");
        long from = call.number("from_sequence", 1, Long.MAX_VALUE, 1);
        int limit = (int) call.number("limit", 1, MOST_STEPS, USUAL_STEPS);
        StateReader.Steps steps = readers.states().steps(aggregate, from, limit, looks.of(call));
        if (steps.last() == 0) {
            throw unknown(aggregate);
        }
        return Answer.json(out -> {
            out.writeStartObject();
            out.writeStringProperty("aggregate_id", aggregate);
            out.writeStringProperty("folded_by", steps.by());
            out.writeNumberProperty("last_sequence", steps.last());
            out.writeName("steps");
            out.writeStartArray();
            steps.steps().forEach(step -> Written.step(out, step));
            out.writeEndArray();
            if (from + steps.steps().size() <= steps.last()) {
                out.writeNumberProperty("next_sequence", from + steps.steps().size());
            }
            out.writeEndObject();
        });
    }

    private Answer replay(Call call) {
        StateReader.Replayed replayed = readers.states().replay(call.required("aggregate"), looks.of(call));
        var unused = existing(replayed.folded());
        return Answer.json(out -> {
            out.writeStartObject();
            out.writeName("result");
            Written.folded(out, replayed.folded());
            out.writeNumberProperty("took_micros", replayed.took().toNanos() / 1_000);
            out.writeBooleanProperty("agrees_with_snapshots", replayed.agrees());
            out.writeEndObject();
        });
    }

    private static Folded existing(Folded folded) {
        if (folded.sequence() == 0) {
            throw unknown(folded.aggregateId());
        }
        return folded;
    }

    private static Problem unknown(String aggregateId) {
        return Problem.notFound("the aggregate " + aggregateId + " has no event up to then");
    }
}
