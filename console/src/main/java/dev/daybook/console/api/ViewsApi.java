package dev.daybook.console.api;

import dev.daybook.console.asking.Looks;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.reading.Sight;
import dev.daybook.console.reading.ViewReader.KeyDifference;
import dev.daybook.console.reading.ViewReader.Standing;
import dev.daybook.console.reading.ViewReader.ViewRow;
import dev.daybook.console.rebuild.Rebuilds;
import dev.daybook.console.rebuild.Work;
import dev.daybook.console.security.Role;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.console.web.Handler;
import dev.daybook.console.web.Method;
import dev.daybook.console.web.Route;
import dev.daybook.jackson.Rfc3339;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** Views: how far their versions have come, how they differ, and which is served. */
final class ViewsApi {

    private static final String PATH = Api.ROOT + "/projections";
    private static final int MOST_DIFFERENCES = 1_000;
    private static final int USUAL_DIFFERENCES = 100;

    private static final Set<String> VERSION = Set.of("view", "version");

    private final Readers readers;
    private final Looks looks;
    private final Rebuilds rebuilds;

    ViewsApi(Readers readers, Looks looks, Rebuilds rebuilds) {
        this.readers = readers;
        this.looks = looks;
        this.rebuilds = rebuilds;
    }

    List<Route> routes() {
        Set<String> differences = Set.of("view", "one", "other", "limit", Looks.UNMASK);
        return List.of(
                Route.api(Method.GET, PATH, Role.VIEWER, Set.of(Looks.UNMASK), this::all),
                Route.api(Method.GET, PATH + "/comparison", Role.OPERATOR, differences, this::differences),
                operation("verify", this::verify),
                operation("compare", this::compare),
                operation("work/cancel", this::cancelWork),
                operation("rebuild", this::rebuild),
                operation("cancel", this::cancel),
                operation("switch", this::switchTo),
                operation("rollback", this::rollBack),
                operation("drop", this::drop));
    }

    private static Route operation(String name, Handler handler) {
        return Route.api(Method.POST, PATH + "/" + name, Role.OPERATOR, Set.of(), handler);
    }

    private Answer all(Call call) {
        Sight sight = looks.of(call);
        List<ViewRow> rows = readers.views().all(sight);
        return Answer.json(out -> {
            out.writeStartObject();
            out.writeName("projections");
            out.writeStartArray();
            rows.forEach(row -> write(out, row));
            out.writeEndArray();
            out.writeName("work");
            out.writeStartArray();
            rebuilds.works().forEach(work -> write(out, work, sight, call.may(Role.OPERATOR)));
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private static void write(JsonGenerator out, ViewRow row) {
        out.writeStartObject();
        out.writeStringProperty("view", row.view());
        out.writeNumberProperty("version", row.version());
        out.writeBooleanProperty("served", row.standing() == Standing.SERVED);
        out.writeStringProperty("standing", row.standing().name().toLowerCase(Locale.ROOT));
        row.pace().ifPresent(pace -> out.writeNumberProperty("positions_per_second", pace));
        row.left().ifPresent(left -> out.writeNumberProperty("millis_left", left.toMillis()));
        row.consumer().ifPresent(consumer -> {
            out.writeName("consumer");
            ConsumersApi.write(out, consumer);
        });
        out.writeEndObject();
    }

    private Answer differences(Call call) {
        String view = call.required("view");
        long one = call.number("one", 0, Integer.MAX_VALUE, 0);
        long other = call.number("other", 0, Integer.MAX_VALUE, 0);
        int limit = (int) call.number("limit", 1, MOST_DIFFERENCES, USUAL_DIFFERENCES);
        List<KeyDifference> differences = rebuilds.differences(view, one, other, limit, looks.of(call));
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

    private Answer verify(Call call) throws InterruptedException {
        return begun(call, rebuilds.verify(call.caller(), view(call)));
    }

    private Answer compare(Call call) throws InterruptedException {
        Bodily body = Bodily.of(call, Set.of("view", "one", "other"));
        long one = body.number("one").orElseThrow(() -> Bodily.missing("one"));
        long other = body.number("other").orElseThrow(() -> Bodily.missing("other"));
        return begun(call, rebuilds.compare(call.caller(), body.text("view"), one, other));
    }

    private Answer cancelWork(Call call) {
        return work(200, rebuilds.cancelWork(call.caller(), view(call)));
    }

    private Answer begun(Call call, Work work) {
        return work.isRunning() ? work(202, work).with("Location", call.base() + PATH) : work(200, work);
    }

    private Answer work(int status, Work work) {
        return Answer.json(status, out -> write(out, work, readers.sights().masked(), true));
    }

    /** Keys are for those who may compare. */
    private static void write(JsonGenerator out, Work work, Sight sight, boolean named) {
        out.writeStartObject();
        out.writeStringProperty("view", work.view());
        write(out, work.task());
        out.writeStringProperty("started_at", Rfc3339.format(work.startedAt()));
        if (work.task() instanceof Work.Task.Verify) {
            out.writeNumberProperty("position", work.position());
            out.writeNumberProperty("up_to", work.upTo());
        }
        out.writeNumberProperty("keys", work.keys());
        switch (work.outcome()) {
            case Work.Outcome.Running running -> out.writeStringProperty("state", "running");
            case Work.Outcome.Done done -> {
                out.writeStringProperty("state", "done");
                if (!(work.task() instanceof Work.Task.Drop)) {
                    write(out, done, named);
                }
            }
            case Work.Outcome.Cancelled cancelled -> out.writeStringProperty("state", "cancelled");
            case Work.Outcome.Failed failed -> {
                out.writeStringProperty("state", "failed");
                out.writeStringProperty("error", sight.error(failed.error()));
            }
        }
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Work.Task task) {
        switch (task) {
            case Work.Task.Verify(int version) -> {
                out.writeStringProperty("task", "verify");
                out.writeNumberProperty("version", version);
            }
            case Work.Task.Compare(int one, int other) -> {
                out.writeStringProperty("task", "compare");
                out.writeNumberProperty("one", one);
                out.writeNumberProperty("other", other);
            }
            case Work.Task.Drop(int version) -> {
                out.writeStringProperty("task", "drop");
                out.writeNumberProperty("version", version);
            }
        }
    }

    private static void write(JsonGenerator out, Work.Outcome.Done done, boolean named) {
        out.writeBooleanProperty("equal", done.differences().isEmpty());
        if (named) {
            out.writeName("differing_keys");
            out.writeStartArray();
            done.differences().forEach(difference -> out.writeString(difference.key()));
            out.writeEndArray();
            out.writeBooleanProperty("more", !done.isAll());
        }
    }

    private Answer rebuild(Call call) {
        Chosen chosen = chosen(call);
        rebuilds.build(call.caller(), chosen.view(), chosen.version());
        return version(202, chosen);
    }

    private Answer cancel(Call call) {
        Chosen chosen = chosen(call);
        rebuilds.cancel(call.caller(), chosen.view(), chosen.version());
        return version(200, chosen);
    }

    private Answer drop(Call call) throws InterruptedException {
        Chosen chosen = chosen(call);
        Work work = rebuilds.drop(call.caller(), chosen.view(), chosen.version());
        return work.isRunning() ? version(202, chosen).with("Location", call.base() + PATH) : version(200, chosen);
    }

    private Answer switchTo(Call call) throws InterruptedException {
        Chosen chosen = chosen(call);
        return served(rebuilds.switchTo(call.caller(), chosen.view(), chosen.version()));
    }

    private Answer rollBack(Call call) throws InterruptedException {
        return served(rebuilds.rollBack(call.caller(), view(call)));
    }

    private static String view(Call call) {
        return Bodily.of(call, Set.of("view")).text("view");
    }

    private static Answer served(boolean served) {
        return Answer.json(out -> {
            out.writeStartObject();
            out.writeBooleanProperty("served", served);
            out.writeEndObject();
        });
    }

    /** A version of a view that a body names. */
    private record Chosen(String view, long version) {}

    private static Chosen chosen(Call call) {
        Bodily body = Bodily.of(call, VERSION);
        return new Chosen(body.text("view"), body.number("version").orElseThrow(() -> Bodily.missing("version")));
    }

    private Answer version(int status, Chosen chosen) {
        ViewRow row = readers.views().all(readers.sights().masked()).stream()
                .filter(one -> one.view().equals(chosen.view()) && one.version() == chosen.version())
                .findFirst()
                .orElseThrow();
        return Answer.json(status, out -> write(out, row));
    }
}
