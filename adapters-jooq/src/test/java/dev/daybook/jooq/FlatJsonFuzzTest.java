package dev.daybook.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Any text is written so that it comes back; any text is read or refused, and the reading ends. */
class FlatJsonFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void any_text_comes_back(byte[] bytes) {
        List<String> values = List.of(new String(bytes, StandardCharsets.UTF_16).split(",", -1));
        assertThat(FlatJson.array(FlatJson.array(values))).isEqualTo(values);
        Map<String, String> entries = new LinkedHashMap<>();
        values.forEach(value -> entries.put(value, values.getFirst()));
        assertThat(FlatJson.object(FlatJson.object(entries))).isEqualTo(entries);
    }

    @FuzzTest(maxDuration = "10m")
    void any_json_is_read_or_refused(byte[] bytes) {
        String json = new String(bytes, StandardCharsets.UTF_8);
        try {
            List<String> values = FlatJson.array(json);
            assertThat(FlatJson.array(FlatJson.array(values))).isEqualTo(values);
            Map<String, String> entries = FlatJson.object(json);
            assertThat(FlatJson.object(FlatJson.object(entries))).isEqualTo(entries);
        } catch (IndexOutOfBoundsException | NumberFormatException refused) {
            // A text that it has not written: whoever reads a row names the row as damaged.
            assertThat(json).contains("\"");
        }
    }
}
