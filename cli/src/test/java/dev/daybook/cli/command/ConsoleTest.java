package dev.daybook.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cli.terminal.Look;
import dev.daybook.cli.terminal.Output;
import dev.daybook.testkit.disk.SmallDisk;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConsoleTest {

    private static final Pattern ADDRESS = Pattern.compile(" at (http://\\S+); Ctrl-C ends it");

    @TempDir
    private Path folder;

    @Test
    void a_log_is_served_where_it_says_until_it_is_ended() throws Exception {
        serve(Log.in(folder).withOrders(), (client, address) -> {
            HttpResponse<String> answer = get(client, address, "/api/v1/events");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"order_2\"");
            assertThat(get(client, address, "/api/v1/export").statusCode()).isEqualTo(200);
        });
    }

    @Test
    void of_a_log_that_nobody_may_write_to_nothing_is_given_out_that_would_have_to_be_recorded() throws Exception {
        Path place = Files.createDirectory(folder.resolve("disk"));
        try (SmallDisk disk = SmallDisk.mounted(place, "8m")) {
            Log log = Log.in(disk.place()).withOrders();
            disk.readOnly();
            serve(log, (client, address) -> {
                assertThat(get(client, address, "/api/v1/events").body()).contains("\"order_2\"");
                HttpResponse<String> refused = get(client, address, "/api/v1/export");
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.body())
                        .contains("not-recorded", "was opened for reading only")
                        .doesNotContain("quantity");
            });
        }
    }

    /** Asks a console. */
    @FunctionalInterface
    private interface Asking {
        void ask(HttpClient client, URI address) throws Exception;
    }

    private static HttpResponse<String> get(HttpClient client, URI address, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void serve(Log log, Asking asking) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CompletableFuture<Integer> code = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform()
                .start(() -> code.complete(CommandLines.of(Output.of(out, Look.plain()), Output.of(err, Look.plain()))
                        .run(log.with("console", "--port", "0"))));
        Matcher address = ADDRESS.matcher("");
        while (!address.reset(out.toString(StandardCharsets.UTF_8)).find()) {
            assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isNotDone();
            Thread.onSpinWait();
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            asking.ask(client, URI.create(address.group(1)));
        }
        thread.interrupt();
        assertThat(code.get(30, TimeUnit.SECONDS)).isZero();
        assertThat(err.size()).isZero();
    }

    @Test
    void a_port_that_is_none_is_not_understood() {
        Run run = Log.in(folder).withOrders().run("console", "--port", "70000");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("--port 70000 is not within 0 and 65535");
    }
}
