package dev.daybook.console.server;

import dev.daybook.console.web.Bounds;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** Jetty on virtual threads, with one servlet. */
public final class Server implements AutoCloseable {

    private static final long STOP_MILLIS = 2_000;

    /** Connections that only wait for a next call need not be waited for. */
    private static final long SHUTDOWN_IDLE_MILLIS = 50;

    /**
     * What the system takes ahead of a caller's reading. By itself it takes megabytes, and it would be seen late, if at all, how fast they are
     * read.
     */
    private static final int SEND_BUFFER = 128 * 1024;

    private final org.eclipse.jetty.server.Server jetty;
    private final ServerConnector connector;

    /**
     * Begins to listen.
     *
     * @throws UncheckedIOException if the port cannot be had
     */
    public Server(InetSocketAddress address, HttpServlet servlet, Bounds bounds) {
        VirtualThreadPool threads = new VirtualThreadPool();
        threads.setName("daybook-console");
        // The pool's own bound of 200 would let streams of live events take every thread; the console bounds calls and
        // streams itself.
        threads.setMaxConcurrentTasks(0);
        this.jetty = new org.eclipse.jetty.server.Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(Bounds.HEADER_BYTES);
        this.connector = new ServerConnector(jetty, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(address.getAddress().getHostAddress());
        connector.setPort(address.getPort());
        connector.setIdleTimeout(bounds.idle().toMillis());
        connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
        connector.setAcceptedSendBufferSize(SEND_BUFFER);
        connector.addBean(new SlowHeads(connector.getScheduler(), bounds.sending()));
        jetty.addConnector(connector);
        jetty.setStopTimeout(STOP_MILLIS);
        jetty.setErrorHandler(new PlainErrors());
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(servlet), "/*");
        context.setErrorHandler(new PlainErrors());
        jetty.setHandler(new SlowReaders(context, bounds.pace(), bounds.sending()));
        start(address);
    }

    private void start(InetSocketAddress address) {
        try {
            jetty.start();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the console cannot listen on " + address + "; choose another port, or 0 for any", e);
        } catch (Exception e) {
            throw new IllegalStateException("the console's server does not start", e);
        }
    }

    /** Where it is reached. */
    public URI uri() {
        String host = connector.getHost();
        return URI.create(
                "http://" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + connector.getLocalPort() + "/");
    }

    @Override
    public void close() {
        try {
            jetty.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the console's server does not stop", e);
        }
    }
}
