package dev.daybook.core.audit;

import dev.daybook.ports.event.Payload;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a text in payloads, upper and lower case alike. A text of ASCII is looked for in the bytes themselves, because a search
 * can go through millions of payloads and decoding each costs more than the search.
 */
final class TextSearch implements Predicate<Payload> {

    private static final int CASE_BIT = 0x20;

    private final byte[] needle;

    private TextSearch(byte[] needle) {
        this.needle = needle;
    }

    static Predicate<Payload> of(@Nullable String text) {
        if (text == null) {
            return payload -> true;
        }
        if (text.chars().allMatch(c -> c < 0x80)) {
            byte[] needle = text.getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < needle.length; i++) {
                needle[i] = lower(needle[i]);
            }
            return new TextSearch(needle);
        }
        return payload -> containsIgnoringCase(payload.text(), text);
    }

    @Override
    public boolean test(Payload payload) {
        byte[] bytes = payload.bytes();
        for (int start = 0; start <= bytes.length - needle.length; start++) {
            if (matchesAt(bytes, start)) {
                return true;
            }
        }
        return false;
    }

    private boolean matchesAt(byte[] bytes, int start) {
        for (int i = 0; i < needle.length; i++) {
            if (lower(bytes[start + i]) != needle[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b | CASE_BIT) : b;
    }

    private static boolean containsIgnoringCase(String text, String part) {
        for (int start = 0; start <= text.length() - part.length(); start++) {
            if (text.regionMatches(true, start, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }
}
