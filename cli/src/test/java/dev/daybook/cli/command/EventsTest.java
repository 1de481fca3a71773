package dev.daybook.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cli.json.Json;
import dev.daybook.cli.terminal.Look;
import dev.daybook.cli.terminal.Output;
import dev.daybook.ports.event.Payload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventsTest {

    private static final Look TERMINAL = new Look(false, true, true, 100);

    @TempDir
    private Path folder;

    private Log log;

    @BeforeEach
    void write() {
        log = Log.in(folder).withOrders();
    }

    @Test
    void a_pipe_gets_one_json_object_a_line_oldest_first() {
        Run events = log.run("events");
        assertThat(events.err()).isEmpty();
        assertThat(events.code()).isZero();
        assertThat(events.out()).hasLineCount(9);
        assertThat(events.out()
                        .lines()
                        .map(line -> Json.tree(Payload.json(line))
                                .orElseThrow()
                                .get("position")
                                .asInt()))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void a_terminal_gets_a_table_that_fits() {
        Run events = Run.run(TERMINAL, log.with("events"));
        assertThat(events.out()).hasLineCount(10).startsWith("POSITION  TIME ");
        assertThat(events.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(events.out().lines().toList().getLast())
                .startsWith(
                        "       9  2026-03-01T12:08:00.123456Z  order_2      3  order_filled   alice  {\"quantity\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --aggregate order_1                             | 2 5 8
                    -a order_1 -a order_2                           | 2 3 5 6 8 9
                    --type order_placed                             | 1 2 3
                    -t order_placed -t order_filled --actor bob     | 2 8
                    --actor alice                                   | 1 3 5 7 9
                    --tag order:o2                                  | 3 6 9
                    --tag order:o2 --tag order:o1                   | ''
                    --correlation work_0                            | 1 4 7
                    --metadata desk=d1                              | 2 5 8
                    --from 2026-03-01T12:07:00.123456Z              | 8 9
                    --to 2026-03-01T13:00:00.123456+01:00           | 1
                    --from 2026-03-01T12:02 --to 2026-03-01T12:04   | 3 4
                    --from 2026-03-02                               | ''
                    --text STEP":"ORDER_F                           | 7 8 9
                    --limit 2                                       | 1 2
                    --limit 0                                       | ''
                    --reverse --limit 3                             | 9 8 7
                    -r -n 1 -a order_0                              | 7
                    """)
    void every_filter_leaves_what_it_says(String options, String positions) {
        String[] arguments = options.split(" ", -1);
        Run events = log.run("events", arguments);
        assertThat(events.err()).isEmpty();
        assertThat(events.code()).isZero();
        List<String> found = events.out()
                .lines()
                .map(line -> Json.tree(Payload.json(line))
                        .orElseThrow()
                        .get("position")
                        .asString())
                .toList();
        assertThat(String.join(" ", found)).isEqualTo(positions);
    }

    @Test
    void an_array_is_json_too_also_of_nothing() {
        Run all = log.run("events", "--format", "json");
        assertThat(Json.tree(Payload.json(all.out())).orElseThrow()).hasSize(9);
        Run none = log.run("events", "--format", "json", "--aggregate", "nobody");
        assertThat(Json.tree(Payload.json(none.out())).orElseThrow()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --from yesterday         | 'yesterday' is no time; expected a time such as 2026-03-01T09:30:00Z
                    --tag course             | tag course has no colon; write it as key:value
                    --limit -1               | --limit -1 is not within 0
                    --limit ten              | 'ten' is not an int
                    -f --reverse             | exclude each other
                    -f --format json         | use --format ndjson
                    --format xml             | expected one of [table, json, ndjson]
                    --from now --to -1h      | exchange them
                    --colour red             | --colour
                    """)
    void what_is_not_understood_is_answered_in_one_line(String options, String answer) {
        Run events = log.run("events", options.split(" ", -1));
        assertThat(events.code()).isEqualTo(2);
        assertThat(events.out()).isEmpty();
        assertThat(events.err())
                .startsWith("daybook: ")
                .hasLineCount(1)
                .contains(answer)
                .contains("daybook events --help");
    }

    @Test
    void a_reader_that_has_gone_ends_it_quietly() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        for (String format : List.of("table", "json", "ndjson")) {
            int code = CommandLines.of(Output.of(closed, Look.plain()), Output.of(err, Look.plain()))
                    .run(log.with("events", "--format", format));
            assertThat(code).isEqualTo(141);
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void a_full_disk_is_said() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        int code = CommandLines.of(Output.of(full, Look.plain()), Output.of(err, Look.plain()))
                .run(log.with("events"));
        assertThat(code).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).hasLineCount(1).contains("No space left on device");
    }
}
