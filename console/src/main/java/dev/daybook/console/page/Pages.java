package dev.daybook.console.page;

import dev.daybook.console.asking.Filters;
import dev.daybook.console.asking.Looks;
import dev.daybook.console.reading.EventPage;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.security.Role;
import dev.daybook.console.security.Security;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.console.web.Method;
import dev.daybook.console.web.Route;
import dev.daybook.console.web.Sessions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rows that the pages have in the table of routes. */
public final class Pages {

    private final Readers readers;
    private final Looks looks;
    private final Templates templates = new Templates();
    private final LoginPages login;

    public Pages(Readers readers, Looks looks, Security security, Sessions sessions) {
        this.readers = readers;
        this.looks = looks;
        this.login = new LoginPages(security, sessions, templates);
    }

    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(Assets.routes());
        routes.addAll(login.routes());
        routes.add(Route.page(
                Method.GET, "/", Role.VIEWER, Filters.union(Filters.ALL, Set.of(Looks.UNMASK)), this::events));
        return routes;
    }

    /** The page that tells people what went wrong. */
    public String problem(String base, int status, String title, String detail) {
        return templates.render("problem", new ProblemModel(base, title, detail, status == 401));
    }

    private Answer events(Call call) {
        EventPage page = readers.events().find(Filters.page(call), looks.of(call));
        return templates.html("events", new EventsModel(Frame.of(call, "Events", "/"), page));
    }
}
