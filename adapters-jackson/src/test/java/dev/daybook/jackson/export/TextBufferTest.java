package dev.daybook.jackson.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class TextBufferTest {

    private static final long SEED = 23;
    private static final int TEXTS = 100_000;
    private static final String LETTERS = "ab \"\\\u0000\b\t\n\f\r\u001f\u007f\u0080é€😀/";

    private final JsonMapper jackson = JsonMapper.builder().build();

    @Test
    void strings_are_those_that_jackson_writes() {
        Random random = new Random(SEED);
        int[] letters = LETTERS.codePoints().toArray();
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(30); left > 0; left--) {
                text.appendCodePoint(random.nextInt(3) > 0 ? 'x' : letters[random.nextInt(letters.length)]);
            }
            assertThat(string(text.toString())).isEqualTo(jackson.writeValueAsString(text.toString()));
        }
    }

    @Test
    void each_character_is_escaped_wherever_it_stands() {
        for (char c = 0; c < 0x800; c++) {
            for (int at = 0; at < 20; at++) {
                String text = "x".repeat(at) + c + "y".repeat(19 - at);
                assertThat(string(text)).isEqualTo(jackson.writeValueAsString(text));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 4_711, Integer.MAX_VALUE, Long.MAX_VALUE})
    void numbers_are_written_as_they_are(long number) {
        assertThat(new TextBuffer(1).number(number).toBytes()).asString().isEqualTo(Long.toString(number));
    }

    @Test
    void it_grows_as_it_must_and_begins_anew_when_it_was_moved() throws IOException {
        TextBuffer buffer = new TextBuffer(4);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < 3; i++) {
            buffer.raw('[').string("a".repeat(1_000)).raw(']');
            assertThat(buffer.length()).isEqualTo(1_004);
            buffer.moveTo(out);
            assertThat(buffer.length()).isZero();
        }
        assertThat(out.size()).isEqualTo(3_012);
    }

    private static String string(String text) {
        return new String(new TextBuffer(16).string(text).toBytes(), StandardCharsets.UTF_8);
    }
}
