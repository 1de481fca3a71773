package dev.daybook.console;

import dev.daybook.console.action.Actions;
import dev.daybook.console.api.Api;
import dev.daybook.console.asking.Looks;
import dev.daybook.console.live.LiveApi;
import dev.daybook.console.live.LiveEvents;
import dev.daybook.console.metrics.Meters;
import dev.daybook.console.page.Pages;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.rebuild.Rebuilds;
import dev.daybook.console.security.Security;
import dev.daybook.console.server.Server;
import dev.daybook.console.web.Bounds;
import dev.daybook.console.web.ConsoleServlet;
import dev.daybook.console.web.Dispatcher;
import dev.daybook.console.web.Route;
import dev.daybook.console.web.Routes;
import dev.daybook.console.web.Sessions;
import dev.daybook.core.Daybook;
import jakarta.servlet.http.HttpServlet;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows a log to people and programs: pages, an HTTP API, live events and metrics, on a port of its own or in your server. It opens any log;
 * what it is told of aggregates, views and consumers it shows besides. Safe for concurrent use.
 *
 * <pre>{@code
 * try (Console console = Console.builder(daybook).build()) {
 *     System.out.println(console.start(8080));
 * }
 * }</pre>
 */
public final class Console implements AutoCloseable {

    private final Security security;
    private final Bounds bounds;
    private final Readers readers;
    private final Routes routes;
    private final HttpServlet servlet;
    private final Actions actions;
    private final Rebuilds rebuilds;
    private final LiveEvents live;
    private final Meters meters;
    private @Nullable Server server;

    Console(ConsoleBuilder builder) {
        this.security = builder.security();
        this.bounds = builder.bounds();
        this.actions = new Actions(builder.daybook().storage());
        this.readers = new Readers(builder.daybook(), builder.told());
        Looks looks = new Looks(readers.sights(), actions);
        this.live = new LiveEvents(
                builder.daybook().storage().log(), readers.sights().masked());
        this.meters = new Meters(builder.daybook(), builder.told().consumers(), live::count);
        Sessions sessions = new Sessions();
        this.rebuilds = new Rebuilds(readers.views(), actions);
        Pages pages = new Pages(readers, looks, actions, rebuilds, security, sessions);
        List<Route> all = new ArrayList<>(new LiveApi(live, looks, bounds.streams()).routes());
        all.addAll(Api.routes(readers, builder.daybook().storage().log(), looks, actions, rebuilds));
        if (builder.takesAppends()) {
            all.addAll(Api.appending(builder.daybook().storage().log()));
        }
        all.addAll(meters.routes());
        all.addAll(pages.routes());
        this.routes = new Routes(all);
        Dispatcher dispatcher = new Dispatcher(routes, security, bounds, sessions, pages::problem, meters);
        this.servlet = new ConsoleServlet(dispatcher);
    }

    /**
     * A console over a log.
     *
     * @param daybook the log with everything that runs on it; stays the caller's to close, after the console
     * @return a builder with the usual settings
     */
    public static ConsoleBuilder builder(Daybook daybook) {
        return new ConsoleBuilder(daybook);
    }

    /**
     * Begins to listen on this machine's loopback address.
     *
     * @param port the port, 0 for any that is free
     * @return where it is reached
     * @throws java.io.UncheckedIOException if the port cannot be had
     * @throws IllegalStateException if it was started already
     */
    public URI start(int port) {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /**
     * Begins to listen. It speaks plain HTTP: beyond the machine, put a proxy with TLS before it.
     *
     * @param address where
     * @return where it is reached
     * @throws java.io.UncheckedIOException if the address cannot be had
     * @throws IllegalStateException if it was started already; or if others than this machine could reach it and no credentials are asked
     *     for
     */
    public synchronized URI start(InetSocketAddress address) {
        if (server != null) {
            throw new IllegalStateException("the console is started already, at " + server.uri());
        }
        if (address.isUnresolved()) {
            throw new IllegalArgumentException(
                    "the name " + address.getHostString() + " has no address; give one that it has");
        }
        if (!address.getAddress().isLoopbackAddress() && !security.hasCredentials()) {
            throw new IllegalStateException(
                    "the console would listen on " + address.getAddress().getHostAddress()
                            + ", where others can reach it, and nobody has to show credentials; give it "
                            + "Security.authenticated() with at least one token, or start it on loopback");
        }
        Server started = new Server(address, servlet, bounds);
        server = started;
        return started.uri();
    }

    /**
     * The console as a servlet, for a server of yours. Give it a path of its own, such as {@code /daybook/*}, and a virtual thread for each
     * call, as streams of live events keep theirs.
     *
     * @return the servlet, which also stands behind {@link #start}
     */
    public HttpServlet servlet() {
        return servlet;
    }

    Routes routes() {
        return routes;
    }

    /** Stops listening. Calls under way are broken off after a moment. */
    @Override
    public synchronized void close() {
        live.close();
        if (server != null) {
            server.close();
            server = null;
        }
        rebuilds.close();
        readers.close();
        actions.close();
        meters.close();
    }
}
