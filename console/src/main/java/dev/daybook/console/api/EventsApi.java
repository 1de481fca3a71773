package dev.daybook.console.api;

import dev.daybook.console.reading.EventPage;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.security.Role;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.console.web.Filters;
import dev.daybook.console.web.Method;
import dev.daybook.console.web.Route;
import java.util.List;

/** Events: pages of them and single ones. */
final class EventsApi {

    private final Readers readers;

    EventsApi(Readers readers) {
        this.readers = readers;
    }

    List<Route> routes() {
        return List.of(Route.api(Method.GET, Api.ROOT + "/events", Role.VIEWER, Filters.ALL, this::find));
    }

    private Answer find(Call call) {
        EventPage page =
                readers.events().find(Filters.page(call), readers.sights().masked());
        return Answer.json(out -> Written.page(out, page));
    }
}
