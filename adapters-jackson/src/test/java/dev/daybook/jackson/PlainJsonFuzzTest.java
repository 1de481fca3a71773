package dev.daybook.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is recognised without a parser is what the parser takes, too. */
class PlainJsonFuzzTest {

    private static final long SEED = 17;
    private static final int CHANGED = 300_000;
    private static final String LETTERS = "{}[]\",:-+.0123456789eEtrufalsn \\\n\té\u0001";

    @FuzzTest(maxDuration = "10m")
    void what_is_recognised_is_json(byte[] bytes) {
        if (PlainJson.isSurely(bytes)) {
            assertThat(JsonText.isParsed(bytes)).as(text(bytes)).isTrue();
        }
    }

    @Test
    void json_changed_at_random_is_recognised_only_if_it_still_is_json() {
        Random random = new Random(SEED);
        List<String> wrong = new ArrayList<>();
        int recognised = 0;
        for (int i = 0; i < CHANGED; i++) {
            StringBuilder json =
                    new StringBuilder("{\"a\":[1,-0.5E+3,{}],\"b\":{\"c\":\"x\",\"d\":[true,false,null,[]]}}");
            for (int change = random.nextInt(4); change > 0; change--) {
                change(json, random);
            }
            byte[] bytes = utf8(json.toString());
            if (PlainJson.isSurely(bytes)) {
                recognised++;
                if (!JsonText.isParsed(bytes)) {
                    wrong.add(json.toString());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(recognised).isBetween(CHANGED / 4, CHANGED / 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{ \"a\" : [ 1 , 2 ] }",
                "{\"symbol\":\"BTC-USD\",\"price\":1.50,\"filled\":false,\"note\":null}",
                "-0",
                "10.25e-7",
                "\"~\u007f\""
            })
    void what_payloads_look_like_is_recognised(String json) {
        assertThat(PlainJson.isSurely(utf8(json))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[",
                "{]",
                "[}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "[1,]",
                "[1 2]",
                "{}{}",
                "{} ",
                " {}",
                "01",
                "-",
                "+1",
                "1.",
                ".5",
                "1e",
                "1e+",
                "tru",
                "nulll",
                "\"",
                "\"\\u0041\"",
                "\"é\"",
                "\"\n\"",
                "{\"a\" \"b\"}",
                "{1:2}",
                "{,}",
                "[,]",
                "\u0000",
                "Infinity",
                "NaN",
                "'a'"
            })
    void what_is_not_plain_json_is_left_to_the_parser(String json) {
        assertThat(PlainJson.isSurely(utf8(json))).isFalse();
    }

    @Test
    void what_is_very_deep_or_long_is_left_to_the_parser() {
        assertThat(PlainJson.isSurely(utf8("[".repeat(64) + "]".repeat(64)))).isTrue();
        assertThat(PlainJson.isSurely(utf8("[".repeat(65) + "]".repeat(65)))).isFalse();
        assertThat(PlainJson.isSurely(utf8("1".repeat(500)))).isTrue();
        assertThat(PlainJson.isSurely(utf8("1".repeat(501)))).isFalse();
        assertThat(PlainJson.isSurely(utf8('"' + "a".repeat(40_000) + '"'))).isFalse();
    }

    private static void change(StringBuilder json, Random random) {
        int at = random.nextInt(json.length());
        char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
        switch (random.nextInt(3)) {
            case 0 -> json.setCharAt(at, letter);
            case 1 -> json.insert(at, letter);
            default -> json.deleteCharAt(at);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
