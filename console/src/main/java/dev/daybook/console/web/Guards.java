package dev.daybook.console.web;

import dev.daybook.console.security.Security;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every call has to pass before anybody asks what it wants. */
final class Guards {

    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final Security security;

    Guards(Security security) {
        this.security = security;
    }

    /** A page of an attacker can give itself a name that leads here; the browser then sends that name. */
    void host(HttpServletRequest request) {
        String host = request.getHeader("Host");
        if (host == null || !security.isHost(withoutPort(host))) {
            throw new Problem(
                    421,
                    "unknown-host",
                    "this console is not known under the name in the Host header; if it should be, name it with "
                            + "Security.hosts");
        }
    }

    static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon > host.lastIndexOf(']') && colon > 0;
        return (hasPort ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }

    /** Where nobody shows credentials, everybody has to be on this machine. */
    void loopback(HttpServletRequest request) {
        if (!security.asksForCredentials() && !isLoopback(request.getRemoteAddr())) {
            throw Problem.forbidden(
                    "this console asks for no credentials and so answers its own machine alone; to open it to "
                            + "others, give it Security.authenticated() with tokens");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            // An address, never a name: nothing is looked up.
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /**
     * What other sites may make a browser send: a link to a page, nothing else. Browsers say in Sec-Fetch-Site where a call comes
     * from, and older ones in Origin where a POST does.
     */
    void site(HttpServletRequest request, Method method, Route.Kind kind) {
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        boolean link = method == Method.GET
                && kind == Route.Kind.PAGE
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
        if (site != null && !OWN.contains(site) && !link) {
            throw Problem.forbidden("calls from other sites are not taken");
        }
        @Nullable String origin = request.getHeader("Origin");
        if (origin != null && method == Method.POST && !isOwn(origin, request)) {
            throw Problem.forbidden("calls from other sites are not taken");
        }
    }

    private static boolean isOwn(String origin, HttpServletRequest request) {
        String host = Optional.ofNullable(request.getHeader("Host")).orElse("");
        return origin.equals("http://" + host) || origin.equals("https://" + host);
    }

    static Optional<String> bearer(HttpServletRequest request) {
        @Nullable String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? Optional.of(header.substring(7).trim())
                : Optional.empty();
    }
}
