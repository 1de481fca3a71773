package dev.daybook.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.daybook.jackson.Samples.Book;
import dev.daybook.jackson.Samples.OrderEvent;
import dev.daybook.jackson.Samples.OrderFilled;
import dev.daybook.jackson.Samples.Price;
import dev.daybook.jackson.Samples.Tree;
import dev.daybook.ports.codec.CodecException;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Payload;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileInputTest {

    record Note(String text, Map<String, String> more) {}

    private final JacksonCodec codec = JacksonCodec.of(OrderEvent.class);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    {"quantity":1}                                 | price: expected a decimal number, found no such field
                    {"price":null,"quantity":1}                    | price: expected a decimal number, found null
                    {"price":1}                                    | quantity: expected a whole number of 64 bits, found no such
                    {"price":1,"quantity":null}                    | quantity: expected a whole number of 64 bits, found null
                    {"price":1,"quantity":1.0}                     | found the number 1.0
                    {"price":1,"quantity":1e3}                     | found the number 1e3
                    {"price":1,"quantity":9223372036854775808}     | found the number 9223372036854775808
                    {"price":1,"quantity":"1"}                     | found the text "1"
                    {"price":1,"quantity":true}                    | found true
                    {"price":{},"quantity":1}                      | found an object
                    {"price":"NaN","quantity":1}                   | found the text "NaN"
                    {"price":NaN,"quantity":1}                     | not readable as JSON at byte
                    {"price":1,"price":2,"quantity":1}             | price: the field is there twice
                    {"price":1,"quantity":1                        | not readable as JSON at byte
                    {"price":1,"quantity":1}}                      | not readable as JSON at byte
                    {"price":1,"quantity":1} {}                    | found an object behind it
                    [1]                                            | found an array
                    null                                           | found null
                    ''                                             | found the end
                    {'price':1,'quantity':1}                       | not readable as JSON at byte
                    {"price":1,"quantity":01}                      | not readable as JSON at byte
                    {"price":1,"quantity":1,}                      | not readable as JSON at byte
                    """)
    void what_does_not_fit_is_refused_and_named(String json, String problem) {
        assertThatThrownBy(() -> codec.decode(EventType.of("order_filled"), Payload.json(json)))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("event order_filled cannot be read")
                .hasMessageContaining(problem);
    }

    @Test
    void a_number_of_a_million_digits_is_refused_at_once() {
        refused("{\"price\":" + "9".repeat(1_000_000) + ",\"quantity\":1}");
        refused("{\"price\":1,\"quantity\":" + "9".repeat(1_000_000) + "}");
        refused("{\"price\":\"" + "9".repeat(1_000_000) + "\",\"quantity\":1}");
        refused("{\"price\":1E99999999999,\"quantity\":1}");
        refused("{\"price\":1,\"quantity\":1E999999999}");
    }

    @Test
    void a_number_that_could_not_be_read_back_is_not_written() {
        assertThatThrownBy(() -> codec.encode(new OrderFilled(new BigDecimal("9".repeat(2000)), 1)))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("price: a number of 2000 digits");
    }

    @Test
    void deep_nesting_is_refused_wherever_it_stands() {
        String deep = "[".repeat(1_000_000);
        refused(deep);
        refused("{\"x\":" + deep);
        String tree = "{\"name\":\"\",\"children\":[".repeat(100_000);
        assertThatThrownBy(() -> codec.decodeState(Payload.json(tree), Tree.class))
                .isInstanceOf(CodecException.class);
        String late = "{\"at\":" + deep;
        assertThatThrownBy(() -> codec.decodeState(Payload.json(late), Price.class))
                .isInstanceOf(CodecException.class);
    }

    @Test
    void half_characters_are_refused() {
        for (String half :
                new String[] {"\\ud83d", "\\ude00", "\\ud83d\\ud83d", "\\ude00\\ud83d", "\\ud83dx", "\\uD83D\\n"}) {
            assertThatThrownBy(() -> note("{\"text\":\"" + half + "\",\"more\":{}}"))
                    .isInstanceOf(CodecException.class)
                    .hasMessageContaining("surrogate");
            assertThatThrownBy(() -> note("{\"text\":\"\",\"more\":{\"" + half + "\":\"\"}}"))
                    .hasMessageContaining("surrogate");
        }
        assertThat(note("{\"text\":\"\\ud83d\\uDE00 \\\\ud83d\",\"more\":{}}").text())
                .isEqualTo("\uD83D\uDE00 \\ud83d");
        assertThatThrownBy(() -> codec.encodeState(new Note("\uD83D", Map.of())))
                .isInstanceOf(CodecException.class);
        assertThatThrownBy(() -> codec.encodeState(new Note("", Map.of("\uDE00", ""))))
                .isInstanceOf(CodecException.class);
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() {
        byte[] good = "{\"text\":\"é€😀\",\"more\":{}}".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < good.length; i++) {
            byte[] cut = Arrays.copyOf(good, i);
            assertThatThrownBy(() -> codec.decodeState(Payload.json(cut), Note.class))
                    .isInstanceOf(CodecException.class);
        }
        for (String odd :
                new String[] {"\u00C0\u0080", "\u00ED\u00A0\u0080", "\u00F5\u0080\u0080\u0080", "\u0080", "\u00E2\u0082"
                }) {
            byte[] bytes = ("{\"text\":\"" + odd + "\",\"more\":{}}").getBytes(StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> codec.decodeState(Payload.json(bytes), Note.class))
                    .isInstanceOf(CodecException.class)
                    .hasMessageContaining("UTF-8");
        }
    }

    @Test
    void no_class_is_found_by_a_name_from_data() {
        for (String name :
                new String[] {"java.io.File", "Book", "Open2", "dev.daybook.jackson.Samples$Book$Empty", ""}) {
            assertThatThrownBy(() -> codec.decodeState(Payload.json("{\"@type\":\"" + name + "\"}"), Book.class))
                    .isInstanceOf(CodecException.class)
                    .hasMessageContaining("one of [Empty, Open]");
        }
        for (String json : new String[] {"{\"@type\":1}", "{}", "{\"a\":1}", "{\"a\":1,\"@type\":{}}", "[]"}) {
            assertThatThrownBy(() -> codec.decodeState(Payload.json(json), Book.class))
                    .isInstanceOf(CodecException.class);
        }
    }

    @Test
    void a_key_that_is_there_twice_is_refused() {
        assertThatThrownBy(() -> note("{\"text\":\"\",\"more\":{\"a\":\"1\",\"a\":\"2\"}}"))
                .hasMessageContaining("more.a: the key is there twice");
    }

    @Test
    void another_content_type_is_refused() {
        assertThatThrownBy(() -> codec.decode(EventType.of("order_filled"), Payload.of("text/plain", new byte[0])))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("expected application/json, found text/plain");
    }

    @Test
    void damaged_bytes_are_read_or_refused_and_nothing_else() {
        byte[] good =
                "{\"price\":12.50,\"quantity\":1,\"more\":[\"\\u00e9\",{\"a\":null}]}".getBytes(StandardCharsets.UTF_8);
        Random random = new Random(5);
        for (int i = 0; i < 50_000; i++) {
            byte[] damaged = good.clone();
            for (int flaws = random.nextInt(3); flaws >= 0; flaws--) {
                damaged[random.nextInt(good.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(codec.decode(EventType.of("order_filled"), Payload.json(damaged)))
                        .hasSize(1);
            } catch (CodecException refused) {
                assertThat(refused).hasMessageStartingWith("event order_filled cannot be read");
            } catch (RuntimeException e) {
                fail("not a CodecException for " + Arrays.toString(damaged), e);
            }
        }
    }

    private Note note(String json) {
        return codec.decodeState(Payload.json(json), Note.class);
    }

    private void refused(String json) {
        assertThatThrownBy(() -> codec.decode(EventType.of("order_filled"), Payload.json(json)))
                .isInstanceOf(CodecException.class);
    }
}
