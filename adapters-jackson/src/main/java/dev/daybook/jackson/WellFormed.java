package dev.daybook.jackson;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Whether bytes are JSON text whose characters are all Unicode: valid UTF-8, and no half of a surrogate pair in an escape. Jackson
 * looks at neither as closely.
 */
final class WellFormed {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH = 0x8080_8080_8080_8080L;
    private static final long LOW = 0x0101_0101_0101_0101L;
    private static final long BACKSLASHES = 0x5C5C_5C5C_5C5C_5C5CL;

    private WellFormed() {}

    static void check(byte[] json) {
        if (!isPlain(json)) {
            checkUtf8(json);
            checkEscapes(json);
        }
    }

    /** A text as it is, if it holds no half of a surrogate pair, which Jackson would write as something else. */
    static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw new Mismatch("the text holds half of a surrogate pair at index " + i
                            + ", which is not Unicode text; give the whole character or remove it");
                }
                i++;
            }
        }
        return text;
    }

    /** Only ASCII and no backslash, eight bytes at a time: nearly every payload, and nothing can be wrong with it. */
    private static boolean isPlain(byte[] json) {
        long odd = 0;
        int at = 0;
        for (; at <= json.length - Long.BYTES; at += Long.BYTES) {
            long eight = (long) EIGHT.get(json, at);
            long matched = eight ^ BACKSLASHES;
            odd |= eight | ((matched - LOW) & ~matched);
        }
        for (; at < json.length; at++) {
            odd |= json[at] == '\\' ? HIGH : json[at];
        }
        return (odd & HIGH) == 0;
    }

    private static void checkUtf8(byte[] json) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
        } catch (CharacterCodingException e) {
            throw new Mismatch("the bytes are not text in UTF-8 (" + e.getMessage() + ")", e);
        }
    }

    private static void checkEscapes(byte[] json) {
        int at = 0;
        while (at < json.length) {
            if (json[at] != '\\') {
                at++;
                continue;
            }
            int unit = unit(json, at);
            if (unit >= 0xD800 && unit <= 0xDBFF) {
                int low = unit(json, at + 6);
                if (low < 0xDC00 || low > 0xDFFF) {
                    throw lone(at);
                }
                at += 12;
            } else if (unit >= 0xDC00 && unit <= 0xDFFF) {
                throw lone(at);
            } else {
                at += 2;
            }
        }
    }

    private static Mismatch lone(int at) {
        return new Mismatch("the escape at byte " + at + " is half of a surrogate pair, which is not Unicode text");
    }

    /** The UTF-16 unit of the escape at an index, -1 if none begins there. */
    private static int unit(byte[] json, int at) {
        if (at + 6 > json.length || json[at] != '\\' || json[at + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(json[i], 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }
}
