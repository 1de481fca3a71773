package dev.daybook.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cli.json.Json;
import dev.daybook.cli.terminal.Look;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ShowTest {

    @TempDir
    private Path folder;

    private Log log;

    @BeforeEach
    void write() {
        log = Log.in(folder).withOrders();
    }

    @Test
    void an_event_is_shown_with_the_chain_of_its_causes_and_with_its_effects() {
        JsonNode last = json("8");
        assertThat(last.at("/event/payload/quantity").asInt()).isEqualTo(8);
        assertThat(positions(last.get("causes"))).containsExactly(5, 2);
        assertThat(positions(last.get("effects"))).isEmpty();
        JsonNode first = json("2");
        assertThat(positions(first.get("causes"))).isEmpty();
        assertThat(positions(first.get("effects"))).containsExactly(5);
    }

    @Test
    void an_event_is_found_by_its_id_whatever_kind_of_id_that_is() {
        String id = json("5").at("/event/id").asString();
        assertThat(json(id).at("/event/position").asInt()).isEqualTo(5);
        UUID random = UUID.fromString("8a6f3c1e-9d1b-4f6e-8d55-0b7e4f0a1c2d");
        log.append(new NewEvent(
                random,
                "order_9",
                EventType.of("order_placed"),
                Payload.json("{}"),
                Log.NOON,
                Metadata.none(),
                Set.of()));
        assertThat(json(random.toString()).at("/event/position").asInt()).isEqualTo(10);
    }

    @Test
    void people_get_text() {
        Run shown = Run.run(new Look(false, true, true, 100), log.with("show", "5"));
        assertThat(shown.out())
                .startsWith("order_changed at position 5\n")
                .contains("  aggregate    order_1, sequence 2\n")
                .contains("  happened     2026-03-01T12:04:00.123456Z\n")
                .contains("  actor        alice\n")
                .contains("  metadata     desk = d1\n")
                .contains("  tags         order:o1\n")
                .contains("  {\n    \"quantity\": 5,\n")
                .contains("Caused by, the nearest first\n", "Has caused\n");
    }

    @Test
    void what_is_not_there_is_said_in_one_line() {
        assertFailure("10", "there is no event 10 in ", "give a position, up to 9, or the id of an event");
        assertFailure("018f0000-0000-7000-8000-000000000001", "there is no event 018f0000-0000-7000-8000-000000000001");
        assertFailure("first", "there is no event first");
    }

    private void assertFailure(String event, String... answers) {
        Run shown = log.run("show", event);
        assertThat(shown.code()).isEqualTo(1);
        assertThat(shown.out()).isEmpty();
        assertThat(shown.err()).startsWith("daybook: ").hasLineCount(1).contains(answers);
    }

    private JsonNode json(String event) {
        Run shown = log.run("show", event);
        assertThat(shown.err()).isEmpty();
        assertThat(shown.out()).hasLineCount(1);
        return Json.tree(Payload.json(shown.out())).orElseThrow();
    }

    private static List<Integer> positions(JsonNode events) {
        return events.valueStream().map(event -> event.get("position").asInt()).toList();
    }
}
