package dev.daybook.testkit.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One connection over a wire: what the client sends goes to the server and what it answers back, until it is cut. */
final class WireConnection {

    private static final int CHUNK = 1 << 16;

    private final Wire wire;
    private final Socket client;
    private volatile @Nullable Socket server;
    private volatile boolean silent;
    private volatile Wire.@Nullable Trap atAnswer;

    WireConnection(Wire wire, Socket client) {
        this.wire = wire;
        this.client = client;
    }

    void start(int target) throws IOException {
        try {
            client.setTcpNoDelay(true);
            Socket connected = new Socket(InetAddress.getLoopbackAddress(), target);
            connected.setTcpNoDelay(true);
            server = connected;
            pump(client, connected, true);
            pump(connected, client, false);
        } catch (IOException e) {
            cut();
            throw e;
        }
    }

    void fallSilent() {
        silent = true;
    }

    void cut() {
        wire.remove(this);
        Wire.end(client);
        Wire.end(server);
    }

    private void pump(Socket from, Socket to, boolean fromClient) {
        Thread.ofPlatform().daemon().name("wire-connection").start(() -> {
            byte[] chunk = new byte[CHUNK];
            try {
                for (int length = from.getInputStream().read(chunk);
                        length >= 0;
                        length = from.getInputStream().read(chunk)) {
                    if (fromClient) {
                        watch(chunk, length);
                    } else if (atAnswer != null) {
                        atAnswer.effect().accept(this);
                    }
                    LockSupport.parkNanos(wire.delay().toNanos());
                    if (!silent) {
                        to.getOutputStream().write(chunk, 0, length);
                    }
                }
            } catch (IOException e) {
                // One end has gone; the other one is told below.
            }
            // Who vanishes without a word does not say goodbye either.
            if (!silent) {
                cut();
            }
        });
    }

    private void watch(byte[] chunk, int length) {
        Wire.Trap sprung = wire.spring(chunk, length);
        if (sprung == null) {
            return;
        }
        if (sprung.atAnswer()) {
            atAnswer = sprung;
        } else {
            sprung.effect().accept(this);
        }
    }
}
