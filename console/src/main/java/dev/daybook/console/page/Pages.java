package dev.daybook.console.page;

import dev.daybook.console.reading.EventPage;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.security.Role;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.console.web.Filters;
import dev.daybook.console.web.Method;
import dev.daybook.console.web.Route;
import java.util.ArrayList;
import java.util.List;

/** The rows that the pages have in the table of routes. */
public final class Pages {

    private final Readers readers;
    private final Templates templates = new Templates();

    public Pages(Readers readers) {
        this.readers = readers;
    }

    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(Assets.routes());
        routes.add(Route.page(Method.GET, "/", Role.VIEWER, Filters.ALL, this::events));
        return routes;
    }

    /** The page that tells people what went wrong. */
    public String problem(String title, String detail) {
        return templates.render("problem", new ProblemModel(title, detail));
    }

    private Answer events(Call call) {
        EventPage page =
                readers.events().find(Filters.page(call), readers.sights().masked());
        return templates.html("events", new EventsModel(Frame.of(call, "Events", "/"), page));
    }
}
