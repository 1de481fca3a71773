package dev.daybook.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.examples.Main;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Storage;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a process of its own, which serves what it has told of until it is ended. */
@Timeout(120)
class ServingIT {

    private static final Pattern ADDRESS = Pattern.compile("its console is at (http://127\\.0\\.0\\.1:\\d+/)");
    private static final Pattern ENDED = Pattern.compile("ended; .* holds ([\\d,]+) events");
    private static final int SIGTERM = 15;
    private static final int LIVE_EVENTS = 3;

    @TempDir
    private Path folder;

    @Test
    void the_page_is_there_and_live_until_the_process_is_told_to_end_and_the_log_is_whole() throws Exception {
        Path messages = Files.writeString(
                folder.resolve("nasdaq-amzn-2021-04-12-messages.csv"),
                "34200.1,1,7,100,1000000,1,null\n34200.2,4,7,40,1000000,1,null\n");
        Process demo = start("--events", "1000", "--serve", "--port", "0", "--exchange", messages.toString());
        List<String> said = new ArrayList<>();
        try (BufferedReader out = demo.inputReader();
                HttpClient client = HttpClient.newHttpClient()) {
            URI root = URI.create(lineOf(out, ADDRESS, said));
            assertThat(said).anyMatch(line -> line.contains("Ctrl-C ends it"));
            assertThat(get(client, root)).contains("<h1>Events</h1>", "class=\"event\"");
            assertThat(get(client, root.resolve("/aggregate?id=order_amzn_20210412_7")))
                    .contains("folded by the rules of ExchangeOrder");
            assertThat(get(client, root.resolve("/consumers"))).contains("volumes", "mail-to-traders");

            HttpRequest live =
                    HttpRequest.newBuilder(root.resolve("/api/v1/live")).build();
            try (Stream<String> lines =
                    client.send(live, HttpResponse.BodyHandlers.ofLines()).body()) {
                assertThat(lines.filter(line -> line.startsWith("data:")).limit(LIVE_EVENTS))
                        .as("events that happen while somebody looks")
                        .hasSize(LIVE_EVENTS);
            }
            demo.toHandle().destroy(); // the process itself would close its output, too
            String held = lineOf(out, ENDED, said);
            assertThat(demo.waitFor()).as("%s", said).isEqualTo(128 + SIGTERM);
            assertThat(wholeLog()).isEqualTo(Long.parseLong(held.replace(",", "")));
        }
        Commands again = Commands.run("demo", file(), "--events", "1000", "--no-serve");
        assertThat(again.err()).isEmpty();
        assertThat(again.out()).contains("holds the whole week already, 1,000 events; nothing is added");
    }

    @Test
    void it_ends_by_itself_where_nobody_is_there_to_end_it() throws Exception {
        Process demo = start("--events", "1000");
        demo.getOutputStream().close();
        try (BufferedReader out = demo.inputReader()) {
            assertThat(out.lines()).anyMatch(line -> line.contains("with --serve it goes on here"));
            assertThat(demo.waitFor()).isZero();
        }
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "demo",
                file()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private String file() {
        return folder.resolve("desk.db").toString();
    }

    private static String lineOf(BufferedReader out, Pattern pattern, List<String> said) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                // The next line is the last that is printed before there is something to wait for.
                if (pattern.equals(ADDRESS)) {
                    said.add(out.readLine());
                }
                return matcher.group(1);
            }
        }
        throw new AssertionError("it ended without saying " + pattern + "; it said " + said);
    }

    private static String get(HttpClient client, URI page) throws Exception {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("status of %s", page).isEqualTo(200);
        return answer.body();
    }

    /** Positions and sequences without a gap; how many events there are. */
    private long wholeLog() {
        Map<String, Long> sequences = new HashMap<>();
        long position = 0;
        try (Storage storage = Storage.open("sqlite:" + file());
                EventCursor events = storage.log().read(Query.all(), Range.all())) {
            while (events.hasNext()) {
                StoredEvent event = events.next();
                assertThat(event.position()).isEqualTo(++position);
                assertThat(event.sequence()).isEqualTo(sequences.merge(event.aggregateId(), 1L, Long::sum));
            }
        }
        return position;
    }
}
