package dev.daybook.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FlatJsonTest {

    private static final String[] PIECES = {
        "", "a", "é", "🙂", "\"", "\\", "\\u0041", "\n", "\t", "\u0001", ",", ":", "{", "}", "[", "]", " ", "\u2028"
    };

    private final Random random = new Random(7);

    @Test
    void it_is_json_with_what_must_be_escaped_escaped() {
        assertThat(FlatJson.array(List.of("a:b", "say \"hi\"\n"))).isEqualTo("[\"a:b\",\"say \\\"hi\\\"\\u000a\"]");
        assertThat(FlatJson.object(Map.of("back\\slash", "🙂"))).isEqualTo("{\"back\\\\slash\":\"🙂\"}");
        assertThat(FlatJson.array(List.of())).isEqualTo("[]");
    }

    @Test
    void any_text_comes_back_as_it_was() {
        for (int i = 0; i < 10_000; i++) {
            List<String> values = new ArrayList<>();
            Map<String, String> entries = new LinkedHashMap<>();
            for (int j = random.nextInt(4); j > 0; j--) {
                values.add(text());
                entries.put(text(), text());
            }
            assertThat(FlatJson.array(FlatJson.array(values))).isEqualTo(values);
            assertThat(FlatJson.object(FlatJson.object(entries))).isEqualTo(entries);
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
