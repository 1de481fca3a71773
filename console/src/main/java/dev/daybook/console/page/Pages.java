package dev.daybook.console.page;

import dev.daybook.console.action.Actions;
import dev.daybook.console.asking.Filters;
import dev.daybook.console.asking.Looks;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.rebuild.Rebuilds;
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

    private static final Set<String> EVENTS = Filters.union(Filters.ALL, Set.of(Looks.UNMASK));

    private final Templates templates = new Templates();
    private final LoginPages login;
    private final EventsPage events;
    private final OneEventPage event;
    private final AggregatePage aggregate;
    private final AggregatesPage aggregates;
    private final OverviewPage overview;
    private final ProjectionsPage projections;
    private final ConsumersPage consumers;

    public Pages(
            Readers readers, Looks looks, Actions actions, Rebuilds rebuilds, Security security, Sessions sessions) {
        this.login = new LoginPages(security, sessions, templates);
        this.events = new EventsPage(readers, looks, templates);
        this.event = new OneEventPage(readers, looks, templates);
        this.aggregate = new AggregatePage(readers, looks, actions, templates);
        this.aggregates = new AggregatesPage(readers, templates);
        this.overview = new OverviewPage(readers, templates);
        this.projections = new ProjectionsPage(readers, looks, rebuilds, templates);
        this.consumers = new ConsumersPage(readers, looks, actions, templates);
    }

    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(Assets.routes());
        routes.addAll(login.routes());
        routes.add(Route.page(Method.GET, EventsPage.PATH, Role.VIEWER, EVENTS, events::show));
        routes.add(Route.page(Method.GET, EventsPage.CHART, Role.VIEWER, EVENTS, events::chart));
        routes.add(Route.page(Method.GET, "/event", Role.VIEWER, Set.of("position", "id", Looks.UNMASK), event::show));
        routes.add(Route.page(Method.GET, AggregatePage.PATH, Role.VIEWER, AggregatePage.PARAMETERS, aggregate::show));
        routes.add(Route.page(
                Method.POST, AggregatePage.PATH + "/snapshot", Role.OPERATOR, Set.of(), aggregate::snapshot));
        routes.add(
                Route.page(Method.GET, AggregatesPage.PATH, Role.VIEWER, AggregatesPage.PARAMETERS, aggregates::show));
        routes.add(Route.page(Method.GET, OverviewPage.PATH, Role.VIEWER, Set.of(), overview::show));
        routes.add(Route.page(Method.GET, "/go", Role.VIEWER, Set.of("to"), Pages::go));
        routes.addAll(projections.routes());
        routes.addAll(consumers.routes());
        return routes;
    }

    /** The page that tells people what went wrong. */
    public String problem(String base, int status, String title, String detail) {
        return templates.render("problem", new ProblemModel(base, title, sentence(detail), status == 401));
    }

    private static String sentence(String told) {
        String detail = Visible.prose(told);
        return detail.isEmpty() ? "" : Character.toUpperCase(detail.charAt(0)) + detail.substring(1) + ".";
    }

    /** A position or an event id leads to the event, and any other name to the aggregate. */
    private static Answer go(Call call) {
        String to = call.text("to").map(String::trim).orElse("");
        if (to.isEmpty()) {
            return Answer.seeOther(call.base() + EventsPage.PATH);
        }
        if (to.matches("[0-9]{1,18}")) {
            return Answer.seeOther(
                    Url.of(call.base(), "/event").with("position", to).toString());
        }
        if (to.matches(EventsPage.UUID)) {
            return Answer.seeOther(Url.of(call.base(), "/event").with("id", to).toString());
        }
        return Answer.seeOther(Url.of(call.base(), "/aggregate").with("id", to).toString());
    }
}
