package dev.daybook.console.api;

import dev.daybook.console.action.Actions;
import dev.daybook.console.action.ConsoleEvent;
import dev.daybook.console.asking.Looks;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.reading.ViewReader.KeyDifference;
import dev.daybook.console.reading.ViewReader.ViewRow;
import dev.daybook.console.security.Role;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.console.web.Method;
import dev.daybook.console.web.Problem;
import dev.daybook.console.web.Route;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** Views: how far their versions have come, how they differ, and which is served. */
final class ViewsApi {

    private static final int MOST_DIFFERENCES = 1_000;
    private static final int USUAL_DIFFERENCES = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Readers readers;
    private final Looks looks;
    private final Actions actions;

    ViewsApi(Readers readers, Looks looks, Actions actions) {
        this.readers = readers;
        this.looks = looks;
        this.actions = actions;
    }

    List<Route> routes() {
        Set<String> compare = Set.of("view", "one", "other", "limit", Looks.UNMASK);
        return List.of(
                Route.api(Method.GET, Api.ROOT + "/projections", Role.VIEWER, Set.of(Looks.UNMASK), this::all),
                Route.api(Method.GET, Api.ROOT + "/projections/comparison", Role.OPERATOR, compare, this::compare),
                Route.api(Method.POST, Api.ROOT + "/projections/verify", Role.OPERATOR, Set.of(), this::verify),
                Route.api(Method.POST, Api.ROOT + "/projections/switch", Role.OPERATOR, Set.of(), this::switchTo));
    }

    private Answer all(Call call) {
        List<ViewRow> rows = readers.views().all(looks.of(call));
        return Answer.json(out -> {
            out.writeStartObject();
            out.writeName("projections");
            out.writeStartArray();
            rows.forEach(row -> write(out, row));
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private static void write(JsonGenerator out, ViewRow row) {
        out.writeStartObject();
        out.writeStringProperty("view", row.view());
        out.writeNumberProperty("version", row.version());
        out.writeBooleanProperty("served", row.served());
        row.consumer().ifPresent(consumer -> {
            out.writeName("consumer");
            ConsumersApi.write(out, consumer);
        });
        out.writeEndObject();
    }

    private Answer compare(Call call) {
        String view = call.required("view");
        int one = version(view, call.number("one", 0, Integer.MAX_VALUE, 0));
        int other = version(view, call.number("other", 0, Integer.MAX_VALUE, 0));
        int limit = (int) call.number("limit", 1, MOST_DIFFERENCES, USUAL_DIFFERENCES);
        List<KeyDifference> differences = readers.views().compare(view, one, other, limit, looks.of(call));
        return Answer.json(out -> {
            out.writeStartObject();
            out.writeName("differences");
            out.writeStartArray();
            for (KeyDifference difference : differences) {
                out.writeStartObject();
                out.writeStringProperty("key", difference.key());
                difference.one().ifPresent(state -> Written.tree(out, "one", state));
                difference.other().ifPresent(state -> Written.tree(out, "other", state));
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private Answer verify(Call call) {
        String view = Bodily.of(call, Set.of("view")).text("view");
        if (!readers.views().isView(view)) {
            throw unknown(view);
        }
        actions.record(call.caller(), new ConsoleEvent.ConsoleViewVerified(view));
        List<String> keys = readers.views().verify(view);
        return Answer.json(out -> {
            out.writeStartObject();
            out.writeBooleanProperty("equal", keys.isEmpty());
            out.writeName("differing_keys");
            out.writeStartArray();
            keys.stream().limit(MOST_DIFFERENCES).forEach(out::writeString);
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private Answer switchTo(Call call) throws InterruptedException {
        Bodily body = Bodily.of(call, Set.of("view", "version"));
        String view = body.text("view");
        int version = version(view, body.number("version").orElseThrow(() -> Bodily.missing("version")));
        actions.record(call.caller(), new ConsoleEvent.ConsoleViewSwitched(view, version));
        boolean served = readers.views().switchTo(view, version, PATIENCE);
        return Answer.json(out -> {
            out.writeStartObject();
            out.writeBooleanProperty("served", served);
            out.writeEndObject();
        });
    }

    private int version(String view, long number) {
        if (number != (int) number || !readers.views().hasVersion(view, (int) number)) {
            throw Problem.notFound("this console was given no version " + number + " of a view " + view);
        }
        return (int) number;
    }

    private static Problem unknown(String view) {
        return Problem.notFound("this console was given no view " + view);
    }
}
