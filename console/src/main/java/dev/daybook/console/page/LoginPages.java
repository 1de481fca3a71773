package dev.daybook.console.page;

import dev.daybook.console.security.Caller;
import dev.daybook.console.security.Security;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.console.web.Method;
import dev.daybook.console.web.Route;
import dev.daybook.console.web.Sessions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Signing in with a token, and out. */
final class LoginPages {

    private static final String LOGIN = "/login";

    private final Security security;
    private final Sessions sessions;
    private final Templates templates;

    LoginPages(Security security, Sessions sessions, Templates templates) {
        this.security = security;
        this.sessions = sessions;
        this.templates = templates;
    }

    /** None where nobody shows anything. */
    List<Route> routes() {
        if (!security.asksForCredentials()) {
            return List.of();
        }
        return List.of(
                Route.open(LOGIN, Route.Kind.PAGE, call -> page(call, "")),
                new Route(Method.POST, LOGIN, Optional.empty(), Set.of(), Route.Kind.PAGE, this::login),
                new Route(Method.POST, "/logout", Optional.empty(), Set.of(), Route.Kind.PAGE, this::logout));
    }

    private Answer login(Call call) {
        Optional<Caller> caller = security.caller(call.text("token"));
        return caller.map(known -> Answer.seeOther(call.base() + "/").with("Set-Cookie", sessions.begin(known, call)))
                .orElseGet(() -> page(call, "No such token is known, or its time is over."));
    }

    private Answer logout(Call call) {
        return Answer.seeOther(call.base() + LOGIN).with("Set-Cookie", sessions.end(call));
    }

    private Answer page(Call call, String error) {
        return templates.html("login", new LoginModel(call.base(), call.csrf(), error));
    }
}
