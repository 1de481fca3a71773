package dev.daybook.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.console.web.Bounds;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much one may ask for at a time, and where. */
class BoundsTest {

    @TempDir
    private Path folder;

    private static Bounds bounds(int calls, int streams) {
        Bounds usual = Bounds.STANDARD;
        return new Bounds(1_000, 1_000, calls, streams, usual.idle(), usual.sending(), usual.pace());
    }

    @Test
    void more_calls_than_are_answered_at_a_time_are_told_to_come_again() {
        try (Shop shop = new Shop(folder, builder -> builder.bounds(bounds(0, 1)))) {
            HttpResponse<String> response = shop.client.get("/api/v1/events");

            assertThat(response.statusCode()).isEqualTo(429);
            assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void more_streams_than_are_open_at_a_time_are_told_to_come_again() throws IOException {
        try (Shop shop = new Shop(folder, builder -> builder.bounds(bounds(10, 1)))) {
            HttpResponse<InputStream> first = shop.client.send(
                    shop.client.request("/api/v1/live").GET(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.body().read()).isEqualTo('r');

            assertThat(shop.client.get("/api/v1/live").statusCode()).isEqualTo(429);
            first.body().close();
        }
    }

    @Test
    void in_a_server_of_somebody_it_has_a_path_of_its_own() throws Exception {
        try (Shop shop = new Shop(folder, UnaryOperator.identity())) {
            Server server = new Server(0);
            ServletContextHandler context = new ServletContextHandler("/ops");
            context.addServlet(new ServletHolder(shop.console.servlet()), "/daybook/*");
            server.setHandler(context);
            server.start();
            try {
                Client client = new Client(java.net.URI.create(
                        "http://localhost:" + server.getURI().getPort()));
                assertThat(client.get("/ops/daybook/api/v1/events").statusCode())
                        .isEqualTo(200);
                assertThat(client.get("/ops/daybook").body()).contains("href=\"/ops/daybook/assets/console.css\"");
                assertThat(client.get("/ops/daybook/assets/console.css").statusCode())
                        .isEqualTo(200);
                assertThat(client.get("/ops/daybook/nothing").statusCode()).isEqualTo(404);
            } finally {
                server.stop();
            }
        }
    }
}
