package dev.daybook.console.api;

import dev.daybook.console.action.Actions;
import dev.daybook.console.action.ConsoleEvent;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.reading.SnapshotReader.SnapshotRow;
import dev.daybook.console.security.Role;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.console.web.Method;
import dev.daybook.console.web.Problem;
import dev.daybook.console.web.Route;
import dev.daybook.jackson.Rfc3339;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Snapshots of aggregates. */
final class SnapshotsApi {

    private final Readers readers;
    private final Actions actions;

    SnapshotsApi(Readers readers, Actions actions) {
        this.readers = readers;
        this.actions = actions;
    }

    List<Route> routes() {
        return List.of(
                Route.api(Method.GET, Api.ROOT + "/snapshots", Role.VIEWER, Set.of("aggregate"), this::all),
                Route.api(Method.POST, Api.ROOT + "/snapshots", Role.OPERATOR, Set.of(), this::take));
    }

    private Answer all(Call call) {
        List<SnapshotRow> rows = readers.snapshots().all(call.required("aggregate"));
        return Answer.json(out -> {
            out.writeStartObject();
            out.writeName("snapshots");
            out.writeStartArray();
            rows.forEach(row -> write(out, row));
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private Answer take(Call call) {
        return take(call, Bodily.of(call, Set.of("aggregate")).text("aggregate"), Optional.empty());
    }

    /** Keeps the state that the events give, or one that was sent. */
    Answer take(Call call, String aggregateId, Optional<JsonNode> given) {
        long sequence = readers.states()
                .state(
                        aggregateId,
                        new dev.daybook.console.reading.Moment.Now(),
                        readers.sights().whole())
                .sequence();
        if (sequence == 0) {
            throw Problem.notFound("the aggregate " + aggregateId + " has no event");
        }
        actions.record(call.caller(), new ConsoleEvent.ConsoleSnapshotTaken(aggregateId, sequence));
        SnapshotRow row = given.map(state -> readers.snapshots().keep(aggregateId, state))
                .orElseGet(() -> readers.snapshots().take(aggregateId))
                .orElseThrow(() ->
                        new Problem(409, "not-kept", "the snapshot could not be kept; the service's log says why"));
        return Answer.json(201, out -> write(out, row));
    }

    private static void write(JsonGenerator out, SnapshotRow row) {
        out.writeStartObject();
        out.writeStringProperty("folded_by", row.by());
        out.writeStringProperty("fingerprint", row.fingerprint());
        out.writeNumberProperty("sequence", row.sequence());
        out.writeStringProperty("taken_at", Rfc3339.format(row.takenAt()));
        out.writeNumberProperty("bytes", row.bytes());
        out.writeEndObject();
    }
}
