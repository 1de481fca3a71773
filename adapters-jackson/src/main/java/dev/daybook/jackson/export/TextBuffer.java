package dev.daybook.jackson.export;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text in UTF-8 as it grows, put together by hand: an export has millions of lines, and a generator looks at the names of each anew. For
 * one thread.
 */
final class TextBuffer {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH = 0x8080_8080_8080_8080L;
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long BLANKS = 0x2020_2020_2020_2020L;
    private static final long QUOTES = 0x2222_2222_2222_2222L;
    private static final long BACKSLASHES = 0x5C5C_5C5C_5C5C_5C5CL;

    private static final byte[] HEX = utf8("0123456789ABCDEF");
    private static final int LONGEST_ESCAPE = 6;
    private static final int LONGEST_NUMBER = 20;

    private final int usual;
    private byte[] bytes;
    private int length;

    TextBuffer(int usual) {
        this.usual = usual;
        this.bytes = new byte[usual];
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    int length() {
        return length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Begins anew; what a rare long line needed is not kept for the others. */
    void moveTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
        length = 0;
        if (bytes.length > 4 * usual) {
            bytes = new byte[usual];
        }
    }

    TextBuffer raw(byte[] utf8) {
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
        return this;
    }

    TextBuffer raw(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /** A whole number that is not negative. */
    TextBuffer number(long number) {
        room(LONGEST_NUMBER);
        int from = length;
        long left = number;
        do {
            bytes[length++] = (byte) ('0' + left % 10);
            left /= 10;
        } while (left > 0);
        for (int i = from, j = length - 1; i < j; i++, j--) {
            byte last = bytes[j];
            bytes[j] = bytes[i];
            bytes[i] = last;
        }
        return this;
    }

    /** A string of JSON (RFC 8259). */
    TextBuffer string(String text) {
        return string(utf8(text));
    }

    TextBuffer string(byte[] utf8) {
        raw('"');
        if (hasNothingToEscape(utf8)) {
            raw(utf8);
        } else {
            escaped(utf8);
        }
        return raw('"');
    }

    /** Nearly every text, looked at eight bytes at a time; what is not sure counts as no. */
    private static boolean hasNothingToEscape(byte[] utf8) {
        long found = 0;
        int at = 0;
        for (; at <= utf8.length - Long.BYTES; at += Long.BYTES) {
            long eight = (long) EIGHT.get(utf8, at);
            long quotes = eight ^ QUOTES;
            long backslashes = eight ^ BACKSLASHES;
            found |= ((eight - BLANKS) | (quotes - ONES) | (backslashes - ONES)) & ~eight;
        }
        for (; at < utf8.length; at++) {
            found |= isEscaped(utf8[at]) ? HIGH : 0;
        }
        return (found & HIGH) == 0;
    }

    private static boolean isEscaped(byte b) {
        return b == '"' || b == '\\' || (b >= 0 && b < ' ');
    }

    private void escaped(byte[] utf8) {
        room(utf8.length * LONGEST_ESCAPE);
        for (byte b : utf8) {
            if (isEscaped(b)) {
                escape(b);
            } else {
                bytes[length++] = b;
            }
        }
    }

    /** A text of UTF-8 in which one character, of ASCII, stands twice wherever it stands. */
    TextBuffer doubling(char twice, byte[] utf8) {
        room(utf8.length * 2);
        for (byte b : utf8) {
            if (b == twice) {
                bytes[length++] = b;
            }
            bytes[length++] = b;
        }
        return this;
    }

    private void escape(byte b) {
        bytes[length++] = '\\';
        int letter =
                switch (b) {
                    case '"', '\\' -> b;
                    case '\b' -> 'b';
                    case '\t' -> 't';
                    case '\n' -> 'n';
                    case '\f' -> 'f';
                    case '\r' -> 'r';
                    default -> 'u';
                };
        bytes[length++] = (byte) letter;
        if (letter == 'u') {
            bytes[length++] = '0';
            bytes[length++] = '0';
            bytes[length++] = HEX[b >> 4];
            bytes[length++] = HEX[b & 15];
        }
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, more)));
        }
    }
}
