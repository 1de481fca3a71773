package dev.daybook.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void text_of_every_language_stays_as_it_is() {
        for (String text : new String[] {"", "order_1", "Grüße", "注文", "שלום עולם", "سلام", "नमस्ते", "👩‍👧 ok"}) {
            assertThat(Printable.text(text)).isSameAs(text);
        }
    }

    @Test
    void what_a_terminal_obeys_is_escaped_as_json_would() {
        assertThat(Printable.text("a\u001b[31mb\n\t\r\u009b\ud800")).isEqualTo("a\\u001b[31mb\\n\\t\\r\\u009b\\ud800");
        assertThat(Printable.text("\udb40\udc41")).isEqualTo("\\udb40\\udc41");
    }

    @Test
    void a_composed_line_keeps_its_own_styles_and_nothing_else() {
        String line = Style.RED.on("a") + "\tb\nc\u001b[5m\u001b]0;x\u0007";
        assertThat(Printable.composed(line)).isEqualTo(Style.RED.on("a") + "\tb\nc\\u001b[5m\\u001b]0;x\\u0007");
    }

    @Test
    void columns_are_counted_not_characters() {
        assertThat(Printable.width("order_1")).isEqualTo(7);
        assertThat(Printable.width("注文")).isEqualTo(4);
        assertThat(Printable.width("e\u0301")).isEqualTo(1);
        assertThat(Printable.width("😀")).isEqualTo(2);
        assertThat(Printable.width(Style.BOLD.on("ab"))).isEqualTo(2);
    }

    @Test
    void a_text_is_cut_between_two_characters() {
        assertThat(Printable.cut("abcdef", 6, "…")).isEqualTo("abcdef");
        assertThat(Printable.cut("abcdef", 5, "…")).isEqualTo("abcd…");
        assertThat(Printable.cut("注文注文", 6, "…")).isEqualTo("注文…");
        assertThat(Printable.cut("a😀b😀", 4, "~")).isEqualTo("a😀~");
    }
}
