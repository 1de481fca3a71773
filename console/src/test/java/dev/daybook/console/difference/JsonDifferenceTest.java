package dev.daybook.console.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

class JsonDifferenceTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                    | {}                         | ``",
                "{\"a\":1}             | {\"a\":2}                  | /a 1 2",
                "{\"a\":1}             | {}                         | /a 1 -",
                "{}                    | {\"a\":null}               | /a - null",
                "{\"a\":{\"b\":[1,2]}} | {\"a\":{\"b\":[1,3,4]}}    | /a/b/1 2 3, /a/b/2 - 4",
                "{\"a\":[1,2]}         | {\"a\":[1]}                | /a/1 2 -",
                "{\"a\":1.0}           | {\"a\":1.00}               | ``",
                "{\"a\":1}             | {\"a\":1.0}                | ``",
                "{\"a\":1}             | {\"a\":\"1\"}              | /a 1 \"1\"",
                "{\"a\":[]}            | {\"a\":{}}                 | /a [] {}",
                "1                     | 2                          | ` 1 2`",
                "{\"a/b\":1,\"~\":1}   | {\"a/b\":2,\"~\":2}        | /a~1b 1 2, /~0 1 2",
                "{\"b\":1,\"a\":1}     | {\"c\":1,\"a\":2}          | /b 1 -, /a 1 2, /c - 1",
                "{\"\":1}              | {\"\":2}                   | / 1 2",
                "9007199254740993      | 9007199254740992           | ` 9007199254740993 9007199254740992`"
            })
    void each_deepest_place_that_differs_is_told_with_what_was_and_is_there(
            String before, String after, String expected) {
        List<String> changes = JsonDifference.between(JSON.readTree(before), JSON.readTree(after)).stream()
                .map(change -> change.path() + " "
                        + change.before().map(Object::toString).orElse("-") + " "
                        + change.after().map(Object::toString).orElse("-"))
                .toList();

        assertThat(String.join(", ", changes)).isEqualTo(expected);
    }
}
