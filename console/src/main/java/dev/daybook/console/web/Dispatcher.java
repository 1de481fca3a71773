package dev.daybook.console.web;

import dev.daybook.console.security.Caller;
import dev.daybook.console.security.Role;
import dev.daybook.console.security.Security;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From a request to an answer, through every check. Whatever is not in the table of routes is refused. */
public final class Dispatcher {

    /** Under this name handlers find among the headers how they were reached: http or https. */
    static final String SCHEME = ":scheme";

    private static final Caller NOBODY = new Caller("nobody", Set.of());

    private final Routes routes;
    private final Security security;
    private final Bounds bounds;
    private final Sessions sessions;
    private final Guards guards;
    private final Problems problems;
    private final Observer observer;
    private final Csrf csrf = new Csrf();
    private final Semaphore calls;

    /**
     * From what a console is made of.
     *
     * @param problemPage tells people of problems
     */
    public Dispatcher(
            Routes routes,
            Security security,
            Bounds bounds,
            Sessions sessions,
            ProblemPage problemPage,
            Observer observer) {
        this.routes = routes;
        this.security = security;
        this.bounds = bounds;
        this.sessions = sessions;
        this.guards = new Guards(security);
        this.problems = new Problems(problemPage);
        this.observer = observer;
        this.calls = new Semaphore(bounds.calls());
    }

    void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long started = System.nanoTime();
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        Optional<Routes.Match> match = method(request).flatMap(method -> routes.find(method, path));
        String route = match.map(found -> found.route().path()).orElse("none");
        try {
            if (isLive(match)) {
                AnswerWriter.write(answer(request, path, match), request, response);
            } else if (calls.tryAcquire()) {
                try {
                    AnswerWriter.write(answer(request, path, match), request, response);
                } finally {
                    calls.release();
                }
            } else {
                throw Problem.tooMany("more than " + bounds.calls() + " calls are answered at this moment; try again");
            }
        } catch (IOException e) {
            throw e;
        } catch (Exception | StackOverflowError e) {
            refuse(e, kind(request, path, match), request, response);
        } finally {
            observer.answered(route, response.getStatus(), System.nanoTime() - started);
        }
    }

    private void refuse(Throwable failure, Route.Kind kind, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problem problem = Problems.of(failure);
        if (response.isCommitted()) {
            // The caller must not take what it has for the whole: the server breaks the connection off.
            throw new IOException("an answer could not be finished: " + problem.detail(), failure);
        }
        response.resetBuffer();
        response.setHeader("Content-Encoding", null);
        response.setHeader("Content-Disposition", null);
        response.setHeader("Cache-Control", "no-store");
        AnswerWriter.write(problems.answer(problem, kind, base(request)), request, response);
    }

    private Answer answer(HttpServletRequest request, String path, Optional<Routes.Match> match) throws Exception {
        guards.host(request);
        guards.loopback(request);
        Optional<Caller> caller = security.caller(Guards.bearer(request)).or(() -> sessions.find(request));
        if (match.isEmpty()) {
            throw unlisted(request, path, caller);
        }
        Route route = match.get().route();
        guards.site(request, route.method(), route.kind());
        route.least().ifPresent(least -> require(caller, least));
        Accepted.check(request.getHeader("Accept"), route.kind());
        Call call = call(request, path, match.get(), caller.orElse(NOBODY));
        return route.handler().handle(call);
    }

    private void require(Optional<Caller> caller, Role least) {
        if (!caller.orElseThrow(Dispatcher::unknown).has(least)) {
            throw Problem.forbidden(
                    caller.get().name() + " may not do this, which needs the role " + Call.lower(least));
        }
    }

    private static Problem unknown() {
        return new Problem(401, "unauthorized", "show a token that this console knows, as Authorization: Bearer TOKEN")
                .with("WWW-Authenticate", "Bearer realm=\"daybook\"");
    }

    /** Who is not known does not learn what there is. */
    private Problem unlisted(HttpServletRequest request, String path, Optional<Caller> caller) {
        if (caller.isEmpty()) {
            return unknown();
        }
        Set<Method> methods = routes.methods(path);
        if (methods.isEmpty()) {
            return Problem.notFound("there is nothing under this path");
        }
        String allowed = methods.stream()
                .map(method -> method == Method.GET ? "GET, HEAD" : "POST")
                .sorted()
                .collect(Collectors.joining(", "));
        return new Problem(405, "method-not-allowed", request.getMethod() + " is not taken here, but " + allowed)
                .with("Allow", allowed);
    }

    private Call call(HttpServletRequest request, String path, Routes.Match match, Caller caller) throws IOException {
        Route route = match.route();
        String text = Optional.ofNullable(request.getQueryString()).orElse("");
        if (text.length() > bounds.queryChars()) {
            throw new Problem(414, "query-too-long", "the query has more than " + bounds.queryChars() + " characters");
        }
        Map<String, List<String>> query = Query.parse(text);
        for (String parameter : query.keySet()) {
            if (!route.parameters().contains(parameter)) {
                throw Problem.badRequest("the parameter " + parameter.substring(0, Math.min(40, parameter.length()))
                        + " is not known here, but "
                        + route.parameters().stream().sorted().toList());
            }
        }
        var body = Bodies.none();
        if (route.method() == Method.POST && route.kind() == Route.Kind.PAGE) {
            query = Bodies.form(request, bounds);
            csrf.check(caller, query);
        } else if (route.method() == Method.POST) {
            body = Bodies.json(request, bounds);
        }
        return new Call(
                caller, base(request), path, text, match.names(), query, body, csrf.token(caller), headers(request));
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (String name : List.of("Last-Event-ID", "Idempotency-Key")) {
            @Nullable String value = request.getHeader(name);
            if (value != null) {
                headers.put(name.toLowerCase(Locale.ROOT), value);
            }
        }
        headers.put(SCHEME, request.getScheme());
        return headers;
    }

    private static String base(HttpServletRequest request) {
        return request.getContextPath() + request.getServletPath();
    }

    private static Optional<Method> method(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD" -> Optional.of(Method.GET);
            case "POST" -> Optional.of(Method.POST);
            default -> Optional.empty();
        };
    }

    private static boolean isLive(Optional<Routes.Match> match) {
        return match.isPresent() && match.get().route().kind() == Route.Kind.LIVE;
    }

    private static Route.Kind kind(HttpServletRequest request, String path, Optional<Routes.Match> match) {
        if (match.isPresent()) {
            return match.get().route().kind();
        }
        @Nullable String accept = request.getHeader("Accept");
        boolean isPerson = accept != null && accept.contains("text/html") && !path.startsWith("/api/");
        return isPerson ? Route.Kind.PAGE : Route.Kind.API;
    }
}
