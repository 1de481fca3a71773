package dev.daybook.console.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of routes: the only way to a handler. What is not in it is not there. */
public final class Routes {

    /** A route and what stands in the place of its names. */
    record Match(Route route, Map<String, String> names) {}

    private final List<Route> routes;

    /**
     * A table.
     *
     * @throws IllegalArgumentException if two routes have one method and one path
     */
    public Routes(List<Route> routes) {
        Set<String> seen = new HashSet<>();
        for (Route route : routes) {
            if (!seen.add(route.method() + " " + route.path().replaceAll("\\{[^}]*}", "{}"))) {
                throw new IllegalArgumentException("two routes for " + route.method() + " " + route.path());
            }
        }
        this.routes = List.copyOf(routes);
    }

    public List<Route> all() {
        return routes;
    }

    /** Literal paths go before those with names. */
    Optional<Match> find(Method method, String path) {
        List<Match> matches = new ArrayList<>();
        for (Route route : routes) {
            if (route.method() == method) {
                names(route.path(), path).ifPresent(names -> matches.add(new Match(route, names)));
            }
        }
        return matches.stream().min((a, b) -> Integer.compare(a.names.size(), b.names.size()));
    }

    Set<Method> methods(String path) {
        Set<Method> methods = EnumSet.noneOf(Method.class);
        for (Route route : routes) {
            if (names(route.path(), path).isPresent()) {
                methods.add(route.method());
            }
        }
        return methods;
    }

    private static Optional<Map<String, String>> names(String pattern, String path) {
        if (pattern.indexOf('{') < 0) {
            return pattern.equals(path) ? Optional.of(Map.of()) : Optional.empty();
        }
        String[] expected = pattern.split("/", -1);
        String[] found = path.split("/", -1);
        if (expected.length != found.length) {
            return Optional.empty();
        }
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < expected.length; i++) {
            if (expected[i].startsWith("{") && !found[i].isEmpty()) {
                names.put(expected[i].substring(1, expected[i].length() - 1), found[i]);
            } else if (!expected[i].equals(found[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(names);
    }
}
