package dev.daybook.console.api;

import dev.daybook.console.action.Actions;
import dev.daybook.console.action.ConsoleEvent;
import dev.daybook.console.asking.Filters;
import dev.daybook.console.asking.Looks;
import dev.daybook.console.reading.EventDetail;
import dev.daybook.console.reading.EventPage;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.reading.Sight;
import dev.daybook.console.security.Role;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.console.web.Method;
import dev.daybook.console.web.Problem;
import dev.daybook.console.web.Route;
import dev.daybook.core.audit.AuditFilter;
import dev.daybook.ports.export.ExportWriter;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Events: pages of them, single ones, and files of many. */
final class EventsApi {

    /** The formats of an export. */
    private enum Format {
        JSON("application/json", "json"),
        NDJSON("application/x-ndjson", "ndjson"),
        CSV("text/csv; charset=utf-8", "csv"),
        CLOUDEVENTS("application/x-ndjson", "ndjson");

        private final String type;
        private final String ending;

        Format(String type, String ending) {
            this.type = type;
            this.ending = ending;
        }

        ExportWriter writer(Sight sight, OutputStream out) {
            return switch (this) {
                case JSON -> sight.exports().json(out);
                case NDJSON -> sight.exports().ndjson(out);
                case CSV -> sight.exports().csv(out);
                case CLOUDEVENTS -> sight.exports().cloudEvents(out);
            };
        }
    }

    private static final Set<String> FIND = Filters.union(Filters.ALL, Set.of(Looks.UNMASK));
    private static final Set<String> EXPORT =
            Filters.union(Filters.NARROWING, Set.of("order", "limit", "format", Looks.UNMASK));

    private final Readers readers;
    private final Looks looks;
    private final Actions actions;

    EventsApi(Readers readers, Looks looks, Actions actions) {
        this.readers = readers;
        this.looks = looks;
        this.actions = actions;
    }

    List<Route> routes() {
        return List.of(
                Route.api(Method.GET, Api.ROOT + "/events", Role.VIEWER, FIND, this::find),
                Route.api(Method.GET, Api.ROOT + "/events/{event}", Role.VIEWER, Set.of(Looks.UNMASK), this::one),
                new Route(
                        Method.GET,
                        Api.ROOT + "/export",
                        Optional.of(Role.AUDITOR),
                        EXPORT,
                        Route.Kind.FILE,
                        this::export));
    }

    Answer find(Call call) {
        EventPage page = readers.events().find(Filters.page(call), looks.of(call));
        return Answer.json(out -> Written.page(out, page));
    }

    private Answer one(Call call) {
        String event = call.name("event");
        EventDetail detail = readers.events()
                .detail(event, looks.of(call))
                .orElseThrow(() -> Problem.notFound(
                        "there is no event " + event + "; an event is named by its position or its id"));
        return Answer.json(out -> {
            out.writeStartObject();
            out.writeName("event");
            out.writeRawValue(detail.event().json());
            Written.events(out, "causes", detail.causes());
            Written.events(out, "effects", detail.effects());
            out.writeBooleanProperty("more_effects", detail.moreEffects());
            out.writeEndObject();
        });
    }

    Answer export(Call call) {
        Set<String> formats = Set.of("json", "ndjson", "csv", "cloudevents");
        Format format = Format.valueOf(call.oneOf("format", formats, "ndjson").toUpperCase(Locale.ROOT));
        return export(call, Filters.all(call), format);
    }

    private Answer export(Call call, AuditFilter filter, Format format) {
        boolean whole = looks.isWhole(call);
        String name = format.name().toLowerCase(Locale.ROOT);
        actions.record(call.caller(), new ConsoleEvent.ConsoleExported(name, call.asked(), whole));
        Sight sight = whole ? readers.sights().whole() : readers.sights().masked();
        return Answer.file(format.type, "events." + format.ending, out -> {
            try (ExportWriter writer = format.writer(sight, out)) {
                readers.events().export(filter, sight, writer);
            }
        });
    }
}
