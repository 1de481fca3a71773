package dev.daybook.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The wire between a client and a server on the loopback interface, for tests to cut: at any time, or exactly when the client has
 * sent some text, before the server has got it or before the client has got the answer.
 */
public final class Wire implements AutoCloseable {

    private final int target;
    private final ServerSocket listener;
    private final Set<WireConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Trap> trap = new AtomicReference<>();
    private volatile boolean silent;
    private volatile Duration delay = Duration.ZERO;

    private Wire(int target, ServerSocket listener) {
        this.target = target;
        this.listener = listener;
    }

    /**
     * Lays a wire to a server.
     *
     * @param server a port of 127.0.0.1
     * @return the wire, to be closed
     */
    public static Wire to(int server) {
        try {
            Wire wire = new Wire(server, new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
            Thread.ofPlatform().daemon().name("wire").start(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where clients connect to.
     *
     * @return a port of 127.0.0.1
     */
    public int port() {
        return listener.getLocalPort();
    }

    /** Cuts every connection; new ones can be made. */
    public void cut() {
        connections.forEach(WireConnection::cut);
    }

    /** Takes from now on whatever is sent, also over new connections, and brings nothing to the other end: no end notices. */
    public void fallSilent() {
        silent = true;
        connections.forEach(WireConnection::fallSilent);
    }

    /** Lets new connections through again. Those that have lost what was sent stay silent for ever. */
    public void recover() {
        silent = false;
    }

    /**
     * Lets everything take longer from now on, over every connection and in both directions.
     *
     * @param time how long each piece waits on its way; zero for not at all
     */
    public void delay(Duration time) {
        delay = time;
    }

    Duration delay() {
        return delay;
    }

    /**
     * Cuts the connection over which a text is sent next, once, before the server gets it.
     *
     * @param text what the client sends, in ASCII
     */
    public void cutBefore(String text) {
        arm(text, WireConnection::cut, false);
    }

    /**
     * Cuts the connection over which a text is sent next, once, when the server answers and before the client gets the answer.
     *
     * @param text what the client sends, in ASCII
     */
    public void cutBeforeTheAnswerTo(String text) {
        arm(text, WireConnection::cut, true);
    }

    /**
     * Makes the connection over which a text is sent next silent, once, before the server gets it.
     *
     * @param text what the client sends, in ASCII
     */
    public void fallSilentBefore(String text) {
        arm(text, WireConnection::fallSilent, false);
    }

    /**
     * Makes the connection over which a text is sent next silent, once, before the client gets the answer.
     *
     * @param text what the client sends, in ASCII
     */
    public void fallSilentBeforeTheAnswerTo(String text) {
        arm(text, WireConnection::fallSilent, true);
    }

    /**
     * Whether the text that was waited for has been sent.
     *
     * @return true once the connection is cut or silent
     */
    public boolean hasSprung() {
        return trap.get() == null;
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    private void arm(String text, Consumer<WireConnection> effect, boolean atAnswer) {
        trap.set(new Trap(text, effect, atAnswer));
    }

    /** The trap, for the one connection that has sent its text. */
    @Nullable
    Trap spring(byte[] sent, int length) {
        Trap armed = trap.get();
        return armed != null && armed.isIn(sent, length) && trap.compareAndSet(armed, null) ? armed : null;
    }

    void remove(WireConnection ended) {
        connections.remove(ended);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                WireConnection connection = new WireConnection(this, listener.accept());
                connections.add(connection);
                if (silent) {
                    connection.fallSilent();
                }
                connection.start(target);
            } catch (IOException e) {
                // The listener was closed, or the server is away and the client was told so.
            }
        }
    }

    /**
     * What is waited for, and what happens then.
     *
     * @param text what the client sends
     * @param effect what happens to its connection
     * @param atAnswer when: as the server answers, or before it gets the text
     */
    record Trap(String text, Consumer<WireConnection> effect, boolean atAnswer) {

        boolean isIn(byte[] sent, int length) {
            return new String(sent, 0, length, StandardCharsets.ISO_8859_1).contains(text);
        }
    }

    /** Ends a socket of which nobody needs to know how it ended. */
    static void end(@Nullable Socket socket) {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
