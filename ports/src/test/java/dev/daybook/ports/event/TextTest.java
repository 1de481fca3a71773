package dev.daybook.ports.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void any_unicode_is_taken_as_it_is() {
        for (String text :
                new String[] {" ", "caf\u00e9", "cafe\u0301", "\ud83d\udcd2", "\uffff", "\udbff\udfff", "\u0001"}) {
            assertThat(Text.checked("name", text)).isSameAs(text);
        }
    }

    @Test
    void an_empty_text_is_refused_where_a_name_is_asked_for() {
        assertThatThrownBy(() -> Text.checked("actor", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("actor is empty; give at least one character");
        assertThat(Text.wellFormed("value", "")).isEmpty();
    }

    @Test
    void nul_is_refused_with_its_place() {
        assertThatThrownBy(() -> Text.checked("actor", "ab\u0000")).hasMessageContaining("U+0000 at index 2");
    }

    @Test
    void half_a_character_is_refused_with_its_place() {
        for (String text : new String[] {"\ud83d", "a\ud83d", "\udcd2", "a\ud83d\ud83d\udcd2", "\udcd2\ud83d"}) {
            assertThatThrownBy(() -> Text.checked("actor", text)).hasMessageContaining("lone surrogate at index");
        }
    }
}
