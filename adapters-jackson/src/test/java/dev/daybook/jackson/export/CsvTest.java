package dev.daybook.jackson.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void a_row_is_as_documented() {
        StoredEvent event = new StoredEvent(
                7,
                2,
                Instant.EPOCH,
                new NewEvent(
                        new UUID(1, 2),
                        "order_123",
                        EventType.of("order_placed"),
                        Payload.json("{\"price\":1.50}"),
                        Instant.EPOCH,
                        Metadata.by("alice").with("host", "a"),
                        Set.of(Tag.of("desk", "fx"))));

        String csv = RoundTripTest.written(Exports.plain().described(e -> "placed, at 1.50")::csv, List.of(event));

        assertThat(csv)
                .isEqualTo(
                        CsvLine.HEADER
                                + "7,\"order_123\",2,\"00000000-0000-0001-0000-000000000002\",\"order_placed\",1,"
                                + "\"1970-01-01T00:00:00.000000Z\",\"1970-01-01T00:00:00.000000Z\",\"placed, at 1.50\",\"alice\",,,"
                                + "\"{\"\"host\"\":\"\"a\"\"}\",\"[\"\"desk:fx\"\"]\",\"application/json\",\"{\"\"price\"\":1.50}\",\r\n");
    }

    @Test
    void nothing_but_a_header_is_still_a_table() {
        assertThat(RoundTripTest.written(Exports.plain()::csv, List.of())).isEqualTo(CsvLine.HEADER);
    }

    @Test
    void every_row_has_every_cell_and_none_begins_a_formula() {
        List<StoredEvent> events = new RandomEvents(13).several(2_000);

        List<List<String>> rows =
                parsed(RoundTripTest.written(Exports.plain().described(e -> e.aggregateId())::csv, events));

        assertThat(rows)
                .hasSize(2_001)
                .allMatch(row -> row.size() == rows.get(0).size());
        for (int i = 0; i < events.size(); i++) {
            assertThat(rows.get(i + 1).get(1)).isEqualTo("'" + events.get(i).aggregateId());
            assertThat(rows.get(i + 1)).noneMatch(cell -> !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+cmd",
                "-cmd",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1",
                "＋1",
                "－1",
                "＠1",
                "=",
                "-",
                "+1+1",
                "-1|cmd",
                "--1",
                "-1 ",
                "-１",
                "+1;=1",
            })
    void what_could_be_a_formula_gets_an_apostrophe(String text) {
        assertThat(cell(text)).isEqualTo("\"'" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+1.50", "-1E-7", "1", "a=1", "'=1", " =1", "é"})
    void numbers_and_other_text_are_left_alone(String text) {
        assertThat(cell(text)).isEqualTo("\"" + text + "\"");
    }

    private static String cell(String text) {
        TextBuffer cell = new TextBuffer(4);
        return new String(CsvLine.cell(cell, text).toBytes(), StandardCharsets.UTF_8);
    }

    /** RFC 4180, as plainly as can be. */
    private static List<List<String>> parsed(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
                if (doubled) {
                    cell.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (quoted) {
                cell.append(c);
            } else if (c == ',' || c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }
}
