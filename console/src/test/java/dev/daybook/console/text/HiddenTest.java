package dev.daybook.console.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, '\t', '\n', 0x1B, 0x7F, 0x9B, 0xAD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A,
                0x202E, 0x2060, 0x2066, 0x2069, 0xD800, 0xDFFF, 0xFEFF, 0xFFF9, 0xFFFB, 0xE0000, 0xE0001, 0xE0041,
                0xE007F
            })
    void what_shows_nothing_or_is_obeyed_hides(int codePoint) {
        assertThat(Hidden.is(codePoint)).isTrue();
        assertThat(Hidden.isInProse(codePoint)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {' ', 'a', 0xA0, 0xE9, 0x0301, 0x05D0, 0x0600, 0x06DD, 0x4E00, 0xFE0F, 0x1F600, 0xE0100})
    void what_can_be_seen_does_not(int codePoint) {
        assertThat(Hidden.is(codePoint)).isFalse();
    }

    @Test
    void joiners_hide_in_names_and_belong_to_prose() {
        assertThat(Hidden.is(0x200D)).isTrue();
        assertThat(Hidden.is(0x200C)).isTrue();
        assertThat(Hidden.isInProse(0x200D)).isFalse();
        assertThat(Hidden.isInProse(0x200C)).isFalse();
    }
}
