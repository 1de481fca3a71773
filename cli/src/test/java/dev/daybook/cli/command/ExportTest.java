package dev.daybook.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cli.json.Json;
import dev.daybook.ports.event.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {

    @TempDir
    private Path folder;

    private Log log;

    @BeforeEach
    void write() {
        log = Log.in(folder).withOrders();
    }

    @Test
    void every_format_goes_to_standard_output_and_to_a_file_alike() throws IOException {
        for (ExportFormat format : ExportFormat.values()) {
            Path file = folder.resolve("export." + format);
            String out = log.run("export", "--format", format.toString()).out();
            Run run = log.run("export", "--format", format.toString(), "-o", file.toString());
            assertThat(run.code()).isZero();
            assertThat(run.out()).isEqualTo("Exported 9 events to " + file + "\n");
            assertThat(Files.readString(file)).isEqualTo(out).isNotEmpty();
        }
        assertThat(folder.toFile().list()).noneMatch(name -> name.contains(".part-"));
    }

    @Test
    void filters_and_limits_are_those_of_events() {
        assertThat(log.run("export", "--aggregate", "order_1", "--limit", "2").out())
                .hasLineCount(2);
        assertThat(log.run("export", "--text", "order_filled").out()).hasLineCount(3);
    }

    @Test
    void a_field_is_masked_for_one_type_or_for_all() {
        String one = log.run("export", "--redact", "order_placed:/quantity").out();
        assertThat(one.lines().filter(line -> line.contains("\"quantity\":\"***\"")))
                .hasSize(3);
        String all =
                log.run("export", "--redact", "/quantity", "--redact", "/step").out();
        assertThat(all).doesNotContain("\"quantity\":1", "order_filled\"}");
        assertThat(all.lines().filter(line -> line.contains("\"redacted\":[\"/quantity\",\"/step\"]")))
                .hasSize(9);
    }

    @Test
    void a_file_that_exists_stays_unless_it_is_said_otherwise() throws IOException {
        Path file = Files.writeString(folder.resolve("precious.txt"), "precious");
        Run refused = log.run("export", "-o", file.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .hasLineCount(1)
                .contains("precious.txt exists already")
                .contains("--overwrite");
        assertThat(Files.readString(file)).isEqualTo("precious");
        assertThat(log.run("export", "-o", file.toString(), "--overwrite").code())
                .isZero();
        assertThat(Files.readString(file)).hasLineCount(9);
    }

    @Test
    void what_cannot_be_written_leaves_nothing_behind() {
        Run nowhere = log.run("export", "-o", folder.resolve("nowhere/x.csv").toString());
        assertThat(nowhere.code()).isEqualTo(1);
        assertThat(nowhere.err()).hasLineCount(1).contains("nowhere/x.csv cannot be written");
        Run misunderstood = log.run("export", "-o", folder.resolve("y").toString(), "--redact", "email");
        assertThat(misunderstood.code()).isEqualTo(2);
        assertThat(misunderstood.err()).hasLineCount(1).contains("expected a path such as /email");
        assertThat(folder.resolve("y")).doesNotExist();
    }

    @Test
    void the_figures_of_a_log_are_told() {
        String out = log.run("stats").out();
        var tree = Json.tree(Payload.json(out)).orElseThrow();
        assertThat(tree.get("events").asInt()).isEqualTo(9);
        assertThat(Json.compact(tree.get("types")))
                .isEqualTo("{\"order_changed\":3,\"order_filled\":3,\"order_placed\":3}");
        assertThat(Json.compact(tree.get("days"))).isEqualTo("{\"2026-03-01\":9}");
        assertThat(tree.get("bytes").asLong()).isPositive();
        assertThat(log.run("stats", "--format", "text").out())
                .startsWith("9 events of 3 types in ")
                .contains("12:00  9  ####")
                .contains("order_placed   3  ####");
    }

    @Test
    void what_was_exported_is_imported_by_how_it_begins_once() {
        for (ExportFormat format : List.of(ExportFormat.NDJSON, ExportFormat.CLOUDEVENTS)) {
            Path file = folder.resolve("export." + format);
            log.run("export", "--format", format.toString(), "-o", file.toString());
            String copy = "h2:" + folder.resolve("copy-" + format);
            Run first = Run.run("import", file.toString(), "--to", copy);
            assertThat(first.err()).isEmpty();
            assertThat(first.code()).isZero();
            assertThat(first.out()).contains("9 events stored");
            Run again = Run.run("import", file.toString(), "--to", copy, "--format", format.toString());
            assertThat(again.out()).contains("0 events stored").contains("9 events were there from an earlier run");
            assertThat(ids(Run.run("events", copy).out()))
                    .isEqualTo(ids(log.run("events").out()));
        }
    }

    @Test
    void what_cannot_be_imported_makes_no_log() throws IOException {
        Path text = Files.writeString(folder.resolve("letter.txt"), "Dear Alice,\n");
        Path masked = folder.resolve("masked.ndjson");
        log.run("export", "--redact", "/quantity", "-o", masked.toString());
        Path target = folder.resolve("new.db");
        for (String file : List.of(
                text.toString(), folder.toString(), folder.resolve("nowhere").toString())) {
            Run refused = Run.run("import", file, "--db", target.toString());
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err()).startsWith("daybook: " + file).hasLineCount(1);
            assertThat(target).doesNotExist();
        }
        Run refused = Run.run("import", masked.toString(), "--db", target.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).hasLineCount(1).contains("line 1: the event was redacted");
        Run both = Run.run("import", masked.toString(), "--db", "a", "--to", "h2:b");
        assertThat(both.code()).isEqualTo(2);
    }

    private static List<String> ids(String lines) {
        return lines.lines()
                .map(line ->
                        Json.tree(Payload.json(line)).orElseThrow().get("id").asString())
                .toList();
    }
}
