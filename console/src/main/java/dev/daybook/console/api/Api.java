package dev.daybook.console.api;

import dev.daybook.console.action.Actions;
import dev.daybook.console.asking.Looks;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.rebuild.Rebuilds;
import dev.daybook.console.web.Route;
import dev.daybook.ports.log.EventLog;
import java.util.ArrayList;
import java.util.List;

/** The rows that the API has in the table of routes. */
public final class Api {

    static final String ROOT = "/api/v1";

    private Api() {}

    public static List<Route> routes(Readers readers, EventLog log, Looks looks, Actions actions, Rebuilds rebuilds) {
        EventsApi events = new EventsApi(readers, looks, actions);
        StatesApi states = new StatesApi(readers, looks);
        SnapshotsApi snapshots = new SnapshotsApi(readers, actions);
        FiguresApi figures = new FiguresApi(readers, looks);
        List<Route> routes = new ArrayList<>(new HealthApi(log).routes());
        routes.addAll(OpenApi.routes());
        routes.addAll(events.routes());
        routes.addAll(new AggregatesApi(readers).routes());
        routes.addAll(states.routes());
        routes.addAll(snapshots.routes());
        routes.addAll(figures.routes());
        routes.addAll(new ConsumersApi(readers, looks, actions).routes());
        routes.addAll(new ViewsApi(readers, looks, rebuilds).routes());
        routes.addAll(new JournalApi(readers, looks).routes());
        routes.addAll(new CommandsApi(events, states, snapshots, figures).routes());
        return routes;
    }

    /** For those who have switched it on. */
    public static List<Route> appending(EventLog log) {
        return new AppendApi(log).routes();
    }
}
