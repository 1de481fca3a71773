package dev.daybook.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.console.Shop.Event.Ordered;
import dev.daybook.console.Shop.Event.Sent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LiveTest {

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(folder, UnaryOperator.identity());
        shop.record(new Sent(1), "order_1", "alice", 1);
        shop.record(new Sent(2), "order_2", "alice", 2);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void events_come_as_they_are_stored_from_now_on() throws IOException {
        try (Stream stream = new Stream(shop, "/api/v1/live")) {
            assertThat(stream.response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            stream.awaitBeginning();
            shop.record(new Sent(3), "order_1", "alice", 3);
            shop.record(new Ordered("lamp", 1, "Ada"), "order_3", "alice", 4);

            assertThat(stream.positions(2)).containsExactly(3L, 4L);
            assertThat(stream.lastData).contains("\"customer\":\"***\"").doesNotContain("Ada");
        }
    }

    @Test
    void who_was_away_goes_on_where_he_was() throws IOException {
        shop.record(new Sent(3), "order_1", "alice", 3);
        try (Stream stream = new Stream(shop, "/api/v1/live", "Last-Event-ID", "1")) {
            assertThat(stream.positions(2)).containsExactly(2L, 3L);
            shop.record(new Sent(4), "order_1", "alice", 4);
            assertThat(stream.positions(1)).containsExactly(4L);
        }
        try (Stream stream = new Stream(shop, "/api/v1/live?after=0")) {
            assertThat(stream.positions(4)).containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @Test
    void filters_hold_for_what_was_missed_and_for_what_comes() throws IOException {
        try (Stream stream = new Stream(shop, "/api/v1/live?after=0&aggregate=order_2&text=amount")) {
            assertThat(stream.positions(1)).containsExactly(2L);
            shop.record(new Sent(3), "order_1", "alice", 3);
            shop.record(new Sent(4), "order_2", "alice", 4);
            assertThat(stream.positions(1)).containsExactly(4L);
        }
    }

    @Test
    void every_one_of_many_callers_gets_every_event_once_and_in_order() throws IOException {
        List<Stream> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                Stream stream = new Stream(shop, "/api/v1/live?after=" + i % 3);
                streams.add(stream);
                shop.record(new Sent(i), "order_1", "alice", i);
            }
            long head = shop.daybook.storage().log().head();
            for (int i = 0; i < streams.size(); i++) {
                List<Long> expected = new ArrayList<>();
                for (long position = i % 3 + 1L; position <= head; position++) {
                    expected.add(position);
                }
                assertThat(streams.get(i).positions(expected.size())).isEqualTo(expected);
            }
        } finally {
            for (Stream stream : streams) {
                stream.close();
            }
        }
    }

    @Test
    void calls_are_answered_however_many_look_on() throws IOException {
        List<Stream> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 230; i++) {
                Stream stream = new Stream(shop, "/api/v1/live");
                streams.add(stream);
                stream.awaitBeginning();
            }
            assertThat(shop.client.json("/health/ready").get("status").asString())
                    .isEqualTo("ready");
            shop.record(new Sent(3), "order_1", "alice", 3);
            for (Stream stream : streams) {
                assertThat(stream.positions(1)).containsExactly(3L);
            }
        } finally {
            for (Stream stream : streams) {
                stream.close();
            }
        }
    }

    @Test
    void a_last_event_that_is_none_is_refused() {
        assertThat(shop.client.get("/api/v1/live", "Last-Event-ID", "x").statusCode())
                .isEqualTo(400);
    }

    /** Reads server-sent events. */
    private static final class Stream implements AutoCloseable {

        private final HttpResponse<InputStream> response;
        private final BufferedReader lines;
        private String lastData = "";

        Stream(Shop shop, String path, String... headers) {
            response = shop.client.send(
                    shop.client.request(path, headers).GET(), HttpResponse.BodyHandlers.ofInputStream());
            lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        /** The first comment says that every event from here on will come. */
        void awaitBeginning() throws IOException {
            String line = lines.readLine();
            while (!line.equals(": follows")) {
                line = lines.readLine();
            }
        }

        List<Long> positions(int count) throws IOException {
            List<Long> positions = new ArrayList<>();
            while (positions.size() < count) {
                String line = lines.readLine();
                if (line.startsWith("data: ")) {
                    lastData = line;
                    positions.add(Client.tree(line.substring("data: ".length()))
                            .get("position")
                            .asLong());
                }
            }
            return positions;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
