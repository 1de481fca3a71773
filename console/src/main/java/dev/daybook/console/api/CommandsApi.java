package dev.daybook.console.api;

import dev.daybook.console.security.Role;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.console.web.Handler;
import dev.daybook.console.web.Method;
import dev.daybook.console.web.Problem;
import dev.daybook.console.web.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The six calls of the original audit trail, under their names and with their parameters. Each is one of the other calls in other words,
 * and answers as that does.
 */
final class CommandsApi {

    /** What the original calls a parameter, and what it is called here. */
    private static final Map<String, String> WORDS = Map.of(
            "aggregateId", "aggregate",
            "eventType", "type",
            "fromTime", "from",
            "toTime", "to",
            "limit", "limit",
            "offset", "offset",
            "timestamp", "at",
            "format", "format");

    private final EventsApi events;
    private final StatesApi states;
    private final SnapshotsApi snapshots;
    private final FiguresApi figures;

    CommandsApi(EventsApi events, StatesApi states, SnapshotsApi snapshots, FiguresApi figures) {
        this.events = events;
        this.states = states;
        this.snapshots = snapshots;
        this.figures = figures;
    }

    List<Route> routes() {
        return List.of(
                command("get_events_command", Role.VIEWER, this::getEvents),
                command("replay_events_command", Role.VIEWER, this::replayEvents),
                command("get_state_at_time_command", Role.VIEWER, this::getStateAtTime),
                command("export_audit_trail_command", Role.AUDITOR, this::exportAuditTrail),
                command("create_snapshot_command", Role.OPERATOR, this::createSnapshot),
                command("get_event_stats", Role.VIEWER, this::getEventStats));
    }

    private static Route command(String name, Role least, Handler handler) {
        return Route.api(Method.POST, Api.ROOT + "/commands/" + name, least, Set.of(), handler);
    }

    private Answer getEvents(Call call) {
        return events.find(translated(
                call, Set.of("aggregateId", "eventType", "fromTime", "toTime", "limit", "offset"), Map.of()));
    }

    private Answer replayEvents(Call call) {
        Call translated = translated(call, Set.of("aggregateId", "limit", "offset"), Map.of("order", "oldest"));
        var unused = aggregate(call, Set.of("aggregateId", "limit", "offset"));
        return events.find(translated);
    }

    private Answer getStateAtTime(Call call) {
        return states.state(translated(call, Set.of("aggregateId", "timestamp"), Map.of()));
    }

    private Answer exportAuditTrail(Call call) {
        Call translated =
                translated(call, Set.of("format", "aggregateId", "eventType", "fromTime", "toTime", "limit"), Map.of());
        String format = translated.text("format").orElse("json");
        if (!Set.of("csv", "json").contains(format)) {
            throw Call.wrong("format", "csv or json", format);
        }
        return events.export(translated.text("format").isPresent() ? translated : translated.with("format", "json"));
    }

    private Answer createSnapshot(Call call) {
        Set<String> known = Set.of("aggregateId", "stateData");
        Optional<JsonNode> given = Bodily.of(call, known).node("stateData");
        return snapshots.take(call, aggregate(call, known), given);
    }

    private Answer getEventStats(Call call) {
        var unused = Bodily.of(call, Set.of());
        return figures.statistics(call);
    }

    private static String aggregate(Call call, Set<String> known) {
        return Bodily.of(call, known).text("aggregateId");
    }

    private static Call translated(Call call, Set<String> known, Map<String, String> besides) {
        Bodily body = Bodily.of(call, known);
        Map<String, List<String>> query = new HashMap<>();
        for (String word : known) {
            body.node(word).ifPresent(value -> query.put(WORDS.getOrDefault(word, word), List.of(text(word, value))));
        }
        besides.forEach((name, value) -> query.put(name, List.of(value)));
        return call.asking(query, call.body().toString());
    }

    private static String text(String field, JsonNode value) {
        if (value.isString()) {
            return value.asString();
        }
        if (value.isIntegralNumber()) {
            return value.asString();
        }
        throw Problem.badRequest("expected a text or a whole number as " + field);
    }
}
