package dev.daybook.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.console.Shop.Event.Ordered;
import dev.daybook.console.security.Role;
import dev.daybook.console.security.Security;
import dev.daybook.console.web.Bounds;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Callers who take their time, by a socket each: they are cut, and hold up nobody else. */
@Timeout(60)
class SlowClientTest {

    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final Duration SENDING = Duration.ofMillis(800);
    private static final int STEP_MILLIS = 50;
    private static final int LONG_BODY = 100_000;

    /** More than the buffers of both ends hold. */
    private static final int LARGE_EVENTS = 40;

    private static final int LARGE = 500_000;
    private static final String OK = "HTTP/1.1 200";

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void open() {
        Bounds bounds = new Bounds(LONG_BODY, 1_000, 2, 1, IDLE, SENDING, Bounds.STANDARD.pace());
        shop = new Shop(folder, builder -> builder.bounds(bounds).security(Security.loopback(Role.OPERATOR)));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Socket socket() throws IOException {
        Socket socket = new Socket(shop.uri.getHost(), shop.uri.getPort());
        socket.setSoTimeout(STEP_MILLIS);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private String beginning(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: " + shop.uri.getHost() + "\r\n";
    }

    /** Sends a byte now and then until something comes back or the connection is cut, and answers what came. */
    private String trickle(Socket socket, String bytes) throws IOException {
        StringBuilder answer = new StringBuilder();
        try {
            for (int i = 0; answer.isEmpty(); i++) {
                send(socket, bytes.substring(i % bytes.length(), i % bytes.length() + 1));
                assertThat(shop.client.get("/health/live").statusCode())
                        .as("others are served meanwhile")
                        .isEqualTo(200);
                read(socket, answer);
            }
        } catch (SocketException cut) {
            answer.append("cut");
        }
        return answer.toString();
    }

    /** What comes within a step. */
    private static void read(Socket socket, StringBuilder answer) throws IOException {
        try {
            byte[] some = new byte[10_000];
            int count = socket.getInputStream().read(some);
            answer.append(count < 0 ? "cut" : new String(some, 0, count, StandardCharsets.UTF_8));
        } catch (SocketTimeoutException nothing) {
            // The next byte is due.
        }
    }

    private static void assertBetween(long started, Duration least, Duration most) {
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isBetween(least, most);
    }

    @Test
    void who_sends_the_head_of_a_call_byte_by_byte_is_cut() throws IOException {
        try (Socket socket = socket()) {
            long started = System.nanoTime();
            send(socket, beginning("GET", "/api/v1/events"));
            assertThat(trickle(socket, "X: y\r\n")).isEqualTo("cut");
            assertBetween(started, SENDING, SENDING.multipliedBy(5));
        }
    }

    @Test
    void who_has_called_before_is_cut_as_well_but_not_for_being_quiet() throws IOException {
        try (Socket socket = socket()) {
            String call = beginning("GET", "/health/live") + "\r\n";
            for (int i = 0; i < 2; i++) {
                send(socket, call);
                assertThat(awaitAnswer(socket)).startsWith("HTTP/1.1 200");
                assertThat(quietFor(socket, SENDING.plusMillis(SENDING.toMillis() / 2)))
                        .isTrue();
            }
            send(socket, beginning("GET", "/health/live"));
            assertThat(trickle(socket, "X: y\r\n")).isEqualTo("cut");
        }
    }

    private static String awaitAnswer(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("}") < 0) {
            read(socket, answer);
        }
        return answer.toString();
    }

    private static boolean quietFor(Socket socket, Duration time) throws IOException {
        StringBuilder answer = new StringBuilder();
        long started = System.nanoTime();
        while (System.nanoTime() - started < time.toNanos() && answer.isEmpty()) {
            read(socket, answer);
        }
        return answer.isEmpty();
    }

    @Test
    void who_sends_a_body_byte_by_byte_is_told_that_he_is_too_slow() throws IOException {
        try (Socket socket = socket()) {
            long started = System.nanoTime();
            send(socket, post());
            assertThat(trickle(socket, " ")).startsWith("HTTP/1.1 408").contains("urn:daybook:problem:too-slow");
            assertBetween(started, SENDING, SENDING.multipliedBy(5));
        }
    }

    @Test
    void who_sends_no_more_of_a_body_is_told_so_when_he_has_been_idle_for_long_enough() throws IOException {
        try (Socket socket = socket()) {
            long started = System.nanoTime();
            send(socket, post());
            assertThat(awaitAnswer(socket)).startsWith("HTTP/1.1 408");
            assertBetween(started, IDLE.dividedBy(2), IDLE.multipliedBy(4));
        }
    }

    private String post() {
        return beginning("POST", "/api/v1/snapshots") + "Content-Type: application/json\r\nContent-Length: " + LONG_BODY
                + "\r\n\r\n";
    }

    @Test
    void who_never_reads_a_stream_of_events_is_cut_and_another_gets_his_place() throws IOException {
        String article = "x".repeat(LARGE);
        for (int i = 0; i < LARGE_EVENTS; i++) {
            shop.record(new Ordered(article, i, "Ada"), "order_1", "alice", i);
        }
        try (Socket socket = socket()) {
            socket.setSoTimeout((int) IDLE.toMillis());
            long started = System.nanoTime();
            send(socket, beginning("GET", "/api/v1/live?after=0") + "\r\n");
            assertThat(new String(socket.getInputStream().readNBytes(OK.length()), StandardCharsets.US_ASCII))
                    .isEqualTo(OK);
            assertThat(statusOfAStream()).isEqualTo(429);
            while (statusOfAStream() != 200) {
                assertThat(shop.client.get("/health/live").statusCode()).isEqualTo(200);
            }
            assertBetween(started, IDLE.dividedBy(2), IDLE.multipliedBy(5));
            assertThat(rest(socket)).isLessThan((long) LARGE * LARGE_EVENTS);
        }
    }

    private int statusOfAStream() throws IOException {
        HttpResponse<InputStream> response =
                shop.client.send(shop.client.request("/api/v1/live").GET(), HttpResponse.BodyHandlers.ofInputStream());
        response.body().close();
        return response.statusCode();
    }

    /** How many bytes were on the way when the connection was cut. */
    private static long rest(Socket socket) throws IOException {
        try {
            return socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (SocketException cut) {
            return 0;
        }
    }
}
