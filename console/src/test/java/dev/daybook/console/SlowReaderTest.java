package dev.daybook.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.console.Shop.Event.Ordered;
import dev.daybook.console.web.Bounds;
import dev.daybook.ports.storage.Storage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers who take their time at reading, by a socket each: who takes too little is cut, and whoever waits gets his place. */
@Timeout(60)
class SlowReaderTest {

    private static final Duration BEHIND = Duration.ofMillis(800);
    private static final int PACE = 100_000;

    /** Long enough that nobody is cut for being idle here. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    private static final int EVENTS = 12;
    private static final int SOME = 5;

    /** All of them are more than the buffers of both ends hold, by far. */
    private static final int LARGE = 100_000;

    private static final int TINY = 2_048;
    private static final int USUAL = 128 * 1_024;
    private static final String END = "\r\n0\r\n\r\n";

    @TempDir
    private Path folder;

    private WatchedCursors storage;
    private Shop shop;

    @BeforeEach
    void open() {
        Bounds bounds = new Bounds(1_000, 1_000, 1, 1, IDLE, BEHIND, PACE);
        storage = WatchedCursors.over(Storage.open("sqlite:" + folder.resolve("shop.db")));
        shop = new Shop(storage, builder -> builder.bounds(bounds));
        for (int i = 0; i < EVENTS; i++) {
            shop.record(new Ordered("x".repeat(LARGE), i, "Ada"), "order_1", "alice", i);
        }
    }

    @AfterEach
    void close() {
        shop.close();
    }

    /** A caller who has asked for something, and of whose answer the system takes little ahead of him. */
    private Socket asked(String path, int buffer) throws IOException {
        return asked(path, "HTTP/1.1", buffer);
    }

    private Socket asked(String path, String protocol, int buffer) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(buffer);
        socket.connect(new InetSocketAddress(shop.uri.getHost(), shop.uri.getPort()));
        String call = "GET " + path + " " + protocol + "\r\nHost: " + shop.uri.getHost() + "\r\n\r\n";
        socket.getOutputStream().write(call.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private int statusOfAnother() {
        return shop.client.get("/health/live").statusCode();
    }

    private static void takeOne(Socket socket) throws IOException {
        try {
            var unused = socket.getInputStream().read();
        } catch (SocketException cut) {
            // What was on the way is lost as well.
        }
    }

    /** Takes all that still comes, and answers how much that was. */
    private static long rest(Socket socket) throws IOException {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        socket.setReceiveBufferSize(USUAL);
        assertThatThrownBy(() -> socket.getInputStream().transferTo(rest))
                .as("an end that nobody takes for the end of the answer")
                .isInstanceOf(SocketException.class);
        return rest.size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/export", "/api/v1/export?format=csv", "/api/v1/events?limit=50"})
    void who_takes_an_answer_byte_by_byte_is_cut_and_another_gets_his_place(String path) throws IOException {
        try (Socket socket = asked(path, TINY)) {
            long started = System.nanoTime();
            takeOne(socket);
            assertThat(statusOfAnother()).isEqualTo(429);
            while (statusOfAnother() == 429) {
                takeOne(socket);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isBetween(BEHIND, BEHIND.multipliedBy(10));
            assertThat(storage.open()).as("cursors that are open").hasValue(0);
            assertThat(rest(socket)).as("what still came").isLessThan(LARGE * EVENTS / 2);
        }
    }

    @Test
    void an_export_that_was_cut_is_not_taken_for_the_whole_and_stays_recorded() throws IOException {
        // By HTTP/1.0 an answer ends where the connection does.
        try (Socket socket = asked("/api/v1/export?aggregate=order_1", "HTTP/1.0", TINY)) {
            do {
                takeOne(socket);
            } while (statusOfAnother() == 429);
            assertThat(rest(socket)).isLessThan(LARGE * EVENTS / 2);
        }
        var recorded = shop.client
                .json("/api/v1/events?type=console_exported&unmask=true")
                .get("events");
        assertThat(recorded).hasSize(1);
        assertThat(recorded.get(0).get("payload").get("query").asString()).isEqualTo("aggregate=order_1");
    }

    @Test
    void who_is_slow_but_keeps_the_pace_gets_all_of_it() throws IOException {
        byte[] some = new byte[PACE / 20];
        StringBuilder answer = new StringBuilder();
        try (Socket socket = asked("/api/v1/export?limit=" + SOME, USUAL)) {
            long started = System.nanoTime();
            while (answer.lastIndexOf(END) < 0) {
                int count = socket.getInputStream().read(some);
                assertThat(count).as("taken after %s bytes", answer.length()).isPositive();
                answer.append(new String(some, 0, count, StandardCharsets.US_ASCII));
                LockSupport.parkNanos(started + answer.length() * 1_000_000_000L / (4 * PACE) - System.nanoTime());
            }
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(BEHIND.multipliedBy(2));
        }
        assertThat(answer.toString().split("\"type\":\"ordered\"", -1)).hasSize(SOME + 1);
    }

    @Test
    void who_takes_no_live_events_for_a_while_is_not_cut() throws IOException {
        try (Socket socket = asked("/api/v1/live?after=0", TINY)) {
            long started = System.nanoTime();
            takeOne(socket);
            while (System.nanoTime() - started < BEHIND.multipliedBy(3).toNanos()) {
                assertThat(statusOfAnother()).isEqualTo(200);
            }
            InputStream in = socket.getInputStream();
            long taken = 0;
            while (taken < (long) LARGE * EVENTS) {
                int count = in.readNBytes(LARGE).length;
                assertThat(count).as("taken after %s bytes", taken).isPositive();
                taken += count;
            }
        }
    }
}
