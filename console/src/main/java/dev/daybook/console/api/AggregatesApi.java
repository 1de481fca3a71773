package dev.daybook.console.api;

import dev.daybook.console.reading.AggregateReader;
import dev.daybook.console.reading.AggregateReader.AggregatePage;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.security.Role;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.console.web.Method;
import dev.daybook.console.web.Route;
import dev.daybook.jackson.Rfc3339;
import java.util.List;
import java.util.Set;

/** Which aggregates there are. */
final class AggregatesApi {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final Readers readers;

    AggregatesApi(Readers readers) {
        this.readers = readers;
    }

    List<Route> routes() {
        return List.of(Route.api(
                Method.GET, Api.ROOT + "/aggregates", Role.VIEWER, Set.of("prefix", "after", "limit"), this::list));
    }

    private Answer list(Call call) {
        AggregatePage page = readers.aggregates()
                .page(call.text("prefix").orElse(""), call.text("after").orElse(""), (int)
                        call.number("limit", 1, MOST, USUAL));
        return Answer.json(out -> {
            out.writeStartObject();
            out.writeName("aggregates");
            out.writeStartArray();
            for (AggregateReader.Aggregate one : page.aggregates()) {
                out.writeStartObject();
                out.writeStringProperty("aggregate_id", one.id());
                out.writeNumberProperty("events", one.events());
                out.writeStringProperty("first_type", one.first().type().name());
                out.writeStringProperty("first", Rfc3339.format(one.first().timestamp()));
                out.writeStringProperty("last", Rfc3339.format(one.last().timestamp()));
                out.writeNumberProperty("last_position", one.last().position());
                out.writeEndObject();
            }
            out.writeEndArray();
            page.next().ifPresent(next -> out.writeStringProperty("next", next));
            out.writeEndObject();
        });
    }
}
