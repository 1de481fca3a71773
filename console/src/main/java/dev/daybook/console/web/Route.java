package dev.daybook.console.web;

import dev.daybook.console.security.Role;
import java.util.Optional;
import java.util.Set;

/**
 * One row of the table of routes.
 *
 * @param path literal segments, and names in braces for segments that differ
 * @param least the role that is needed at least, empty for what everybody may have without showing anything
 * @param parameters the query parameters that it knows; others are refused, as a filter that is misspelt would show everything
 * @param kind what it answers with
 * @param handler answers it
 */
public record Route(
        Method method, String path, Optional<Role> least, Set<String> parameters, Kind kind, Handler handler) {

    /** What a route answers with, and how its problems are told. */
    public enum Kind {
        /** JSON, for programs. */
        API,
        /** HTML, for people. */
        PAGE,
        /** A stream of server-sent events. */
        LIVE,
        /** Plain text or a file. */
        FILE
    }

    public Route {
        parameters = Set.copyOf(parameters);
    }

    public static Route api(Method method, String path, Role least, Set<String> parameters, Handler handler) {
        return new Route(method, path, Optional.of(least), parameters, Kind.API, handler);
    }

    public static Route page(Method method, String path, Role least, Set<String> parameters, Handler handler) {
        return new Route(method, path, Optional.of(least), parameters, Kind.PAGE, handler);
    }

    /** For everybody, also for those who show no credentials. */
    public static Route open(String path, Kind kind, Handler handler) {
        return new Route(Method.GET, path, Optional.empty(), Set.of(), kind, handler);
    }
}
