package dev.daybook.console.api;

import dev.daybook.console.reading.Readers;
import dev.daybook.console.web.Route;
import dev.daybook.ports.log.EventLog;
import java.util.ArrayList;
import java.util.List;

/** The rows that the API has in the table of routes. */
public final class Api {

    static final String ROOT = "/api/v1";

    private Api() {}

    public static List<Route> routes(Readers readers, EventLog log) {
        List<Route> routes = new ArrayList<>(new HealthApi(log).routes());
        routes.addAll(new EventsApi(readers).routes());
        return routes;
    }
}
