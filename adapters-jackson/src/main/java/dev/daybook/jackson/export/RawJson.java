package dev.daybook.jackson.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.SerializableString;

/** JSON text that is there in UTF-8 already, for a generator to take over byte by byte. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record RawJson(byte[] utf8) implements SerializableString {

    @Override
    public String getValue() {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    @Override
    public int charLength() {
        return getValue().length();
    }

    @Override
    public int appendUnquotedUTF8(byte[] buffer, int offset) {
        if (utf8.length > buffer.length - offset) {
            return -1;
        }
        System.arraycopy(utf8, 0, buffer, offset, utf8.length);
        return utf8.length;
    }

    @Override
    public byte[] asUnquotedUTF8() {
        return utf8;
    }

    @Override
    public int writeUnquotedUTF8(OutputStream out) throws IOException {
        out.write(utf8);
        return utf8.length;
    }

    @Override
    public int putUnquotedUTF8(ByteBuffer buffer) {
        if (utf8.length > buffer.remaining()) {
            return -1;
        }
        buffer.put(utf8);
        return utf8.length;
    }

    @Override
    public char[] asQuotedChars() {
        throw unquotedOnly();
    }

    @Override
    public byte[] asQuotedUTF8() {
        throw unquotedOnly();
    }

    @Override
    public int appendQuotedUTF8(byte[] buffer, int offset) {
        throw unquotedOnly();
    }

    @Override
    public int appendQuoted(char[] buffer, int offset) {
        throw unquotedOnly();
    }

    @Override
    public int appendUnquoted(char[] buffer, int offset) {
        throw unquotedOnly();
    }

    @Override
    public int writeQuotedUTF8(OutputStream out) {
        throw unquotedOnly();
    }

    @Override
    public int putQuotedUTF8(ByteBuffer buffer) {
        throw unquotedOnly();
    }

    private static UnsupportedOperationException unquotedOnly() {
        return new UnsupportedOperationException("JSON text is embedded in UTF-8 as it is, never quoted");
    }
}
