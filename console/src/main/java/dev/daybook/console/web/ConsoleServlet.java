package dev.daybook.console.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Takes calls from whatever server it is put into. Blocks; meant for virtual threads. */
public final class ConsoleServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** What every answer bears. Scripts and styles come from the console's own files, and nothing else is loaded from anywhere. */
    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private final transient Dispatcher dispatcher;

    public ConsoleServlet(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ALWAYS.forEach(response::setHeader);
        dispatcher.serve(request, response);
    }
}
