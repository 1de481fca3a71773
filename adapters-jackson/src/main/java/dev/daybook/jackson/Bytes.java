package dev.daybook.jackson;

import java.io.OutputStream;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.TokenStreamLocation;

/** Whole values to bytes and back. What goes wrong comes out as a {@link Mismatch}, whatever it was. */
final class Bytes {

    private Bytes() {}

    static byte[] write(Shape shape, Object value) {
        Sink sink = new Sink();
        try (JsonGenerator out = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), sink)) {
            shape.write(out, value);
        } catch (JacksonException e) {
            throw new Mismatch(e.getOriginalMessage(), e);
        }
        return sink.bytes;
    }

    static Object read(Shape shape, byte[] bytes) {
        WellFormed.check(bytes);
        try (JsonParser in = Json.FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            in.nextToken();
            Object value = shape.readPresent(in);
            if (in.nextToken() != null) {
                throw new Mismatch("expected one value, found " + Found.describe(in) + " behind it");
            }
            return value;
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    static Mismatch unreadable(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        String place = location == null ? "" : " at byte " + location.getByteOffset();
        return new Mismatch("not readable as JSON" + place + ": " + e.getOriginalMessage(), e);
    }

    /** Takes what a generator flushes; nearly always all of it at once, so that it is copied once. */
    private static final class Sink extends OutputStream {

        private byte[] bytes = {};

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            int before = bytes.length;
            bytes = Arrays.copyOf(bytes, before + length);
            System.arraycopy(from, offset, bytes, before, length);
        }
    }
}
