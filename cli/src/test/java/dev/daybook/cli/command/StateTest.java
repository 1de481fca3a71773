package dev.daybook.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cli.json.Json;
import dev.daybook.cli.terminal.Look;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.Payload;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class StateTest {

    private static final Look TERMINAL = new Look(false, true, true, 100);

    @TempDir
    private Path folder;

    private Log log;

    @BeforeEach
    void write() {
        log = Log.in(folder).withOrders();
    }

    @ParameterizedTest
    @CsvSource({
        "now, 8, order_filled",
        "2026-03-01T12:07:00.123456Z, 8, order_filled",
        "2026-03-01T12:07:00.123455Z, 5, order_changed",
        "7, 5, order_changed",
        "2, 2, order_placed"
    })
    void a_state_is_that_of_its_time_or_position(String at, int quantity, String step) {
        JsonNode state = json("state", "order_1", "--at", at).get("state");
        assertThat(state.get("quantity").asInt()).isEqualTo(quantity);
        assertThat(state.get("step").asString()).isEqualTo(step);
    }

    @Test
    void what_was_known_is_asked_for_by_the_time_of_recording() {
        assertThat(log.run("state", "order_1", "--at", "2026-03-02", "--recorded")
                        .err())
                .contains("order_1 has no events up to then");
        assertThat(json("state", "order_1", "--at", "now", "--recorded")
                        .at("/state/quantity")
                        .asInt())
                .isEqualTo(8);
    }

    @Test
    void a_difference_goes_from_the_earlier_to_the_later_moment_whichever_is_named_first() {
        JsonNode forth = json("state", "order_1", "--diff", "2");
        JsonNode back = json("state", "order_1", "--at", "2", "--diff", "now");
        assertThat(forth).isEqualTo(back);
        assertThat(Json.compact(forth.get("changes")))
                .isEqualTo("[{\"path\":\"/quantity\",\"old\":2,\"new\":8},"
                        + "{\"path\":\"/step\",\"old\":\"order_placed\",\"new\":\"order_filled\"}]");
        assertThat(Run.run(TERMINAL, log.with("state", "order_1", "--diff", "1"))
                        .out())
                .contains("order_1, sequence 0 to 3\n")
                .contains("  /quantity: none → 8\n")
                .contains("  /step: none → \"order_filled\"\n");
        assertThat(Run.run(TERMINAL, log.with("state", "order_1", "--diff", "now"))
                        .out())
                .contains("no difference");
    }

    @Test
    void people_are_told_what_kind_of_state_it_is() {
        assertThat(Run.run(TERMINAL, log.with("state", "order_1")).out())
                .startsWith("order_1, sequence 3\n  {\n    \"quantity\": 8,\n")
                .contains("the last value of each field of its payloads; a service's own fold may differ");
    }

    @Test
    void numbers_stay_what_they_are() {
        log.append(Log.event("wallet_1", "paid", "{\"amount\":1.10,\"big\":123456789012345678901234567890}"));
        assertThat(log.run("state", "wallet_1").out())
                .contains("\"state\":{\"amount\":1.10,\"big\":123456789012345678901234567890}");
    }

    @Test
    void a_snapshot_gives_the_same_state_and_is_told_of() {
        String before = log.run("state", "order_1").out();
        JsonNode snapshot = json("snapshot", "order_1");
        assertThat(snapshot.get("sequence").asInt()).isEqualTo(3);
        assertThat(snapshot.get("fingerprint").asString()).hasSize(64);
        assertThat(log.run("state", "order_1").out()).isEqualTo(before);
        log.append(Log.event(
                "order_1",
                "order_changed",
                "{\"quantity\":11,\"note\":\"more\"}",
                Log.NOON.plusSeconds(3_600),
                Metadata.none()));
        JsonNode after = json("state", "order_1");
        assertThat(Json.compact(after.get("state")))
                .isEqualTo("{\"quantity\":11,\"step\":\"order_filled\",\"note\":\"more\"}");
        assertThat(json("state", "order_1", "--at", "2026-03-01T12:04:30Z")
                        .at("/state/quantity")
                        .asInt())
                .isEqualTo(5);
        assertThat(json("snapshot").get("count").asInt()).isEqualTo(1);
        assertThat(Run.run(TERMINAL, log.with("snapshot")).out()).startsWith("1 snapshots, ");
        JsonNode listed = json("snapshot", "order_1", "--list");
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0)).isEqualTo(snapshot);
        assertThat(Run.run(TERMINAL, log.with("snapshot", "order_1", "--list")).out())
                .hasLineCount(2)
                .contains("last values");
        assertThat(Run.run(TERMINAL, log.with("snapshot", "order_2", "--list")).out())
                .contains("no snapshot of order_2");
        assertThat(log.run("snapshot", "--list").code()).isEqualTo(1);
        assertThat(Run.run(TERMINAL, log.with("snapshot", "order_2")).out())
                .startsWith("Snapshot of order_2 at sequence 3\n")
                .contains("fingerprint");
    }

    @Test
    void what_is_no_object_is_kept_as_a_whole() {
        log.append(Log.event("order_1", "odd", "[1]"));
        assertThat(Json.compact(json("state", "order_1").get("state")))
                .isEqualTo("{\"quantity\":8,\"step\":\"order_filled\",\"payload\":[1]}");
    }

    @Test
    void an_aggregate_that_is_not_there_is_said() {
        for (String command : new String[] {"state", "replay", "snapshot"}) {
            Run run = log.run(command, "order_9");
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).hasLineCount(1).contains("order_9 has no events in ");
        }
    }

    @Test
    void a_replay_tells_each_step_and_how_long_it_took() {
        Run lines = log.run("replay", "order_1");
        assertThat(lines.out()).hasLineCount(3);
        assertThat(lines.err()).isEmpty();
        JsonNode second =
                Json.tree(Payload.json(lines.out().lines().toList().get(1))).orElseThrow();
        assertThat(second.get("sequence").asInt()).isEqualTo(2);
        assertThat(Json.compact(second.get("changes")))
                .isEqualTo("[{\"path\":\"/quantity\",\"old\":2,\"new\":5},"
                        + "{\"path\":\"/step\",\"old\":\"order_placed\",\"new\":\"order_changed\"}]");
        Run table = Run.run(new Look(false, true, true, 200), log.with("replay", "order_1"));
        assertThat(table.out())
                .hasLineCount(5)
                .contains("/quantity: 2 → 5, /step: \"order_placed\" → \"order_changed\"")
                .containsPattern("\n3 events replayed in .+\n");
    }

    private JsonNode json(String command, String... arguments) {
        Run run = log.run(command, arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return Json.tree(Payload.json(run.out())).orElseThrow();
    }
}
