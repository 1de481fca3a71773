package dev.daybook.ports.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Content that crosses a port: bytes and what they are. Equal if both are equal. The bytes are handed over, not copied: whoever
 * made or read them does not change them afterwards.
 */
public final class Payload {

    /** The content type of JSON text in UTF-8. */
    public static final String JSON = "application/json";

    private final String contentType;
    private final byte[] bytes;

    private Payload(String contentType, byte[] bytes) {
        this.contentType = contentType;
        this.bytes = bytes;
    }

    /**
     * A payload of any content.
     *
     * @param contentType a media type (RFC 6838), such as {@code application/json}
     * @param bytes the content; not to be changed any more
     * @return both together
     * @throws IllegalArgumentException if the content type is empty or not Unicode text
     */
    public static Payload of(String contentType, byte[] bytes) {
        return new Payload(Text.checked("content type", contentType), bytes);
    }

    /**
     * A payload of JSON.
     *
     * @param bytes JSON text in UTF-8; not to be changed any more
     * @return the payload
     */
    public static Payload json(byte[] bytes) {
        return new Payload(JSON, bytes);
    }

    /**
     * A payload of JSON.
     *
     * @param text JSON text
     * @return the payload, in UTF-8
     */
    public static Payload json(String text) {
        return json(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What the bytes are.
     *
     * @return a media type
     */
    public String contentType() {
        return contentType;
    }

    /**
     * The content itself, not a copy.
     *
     * @return bytes that must not be changed
     */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * How much it is.
     *
     * @return the number of bytes
     */
    public int size() {
        return bytes.length;
    }

    /**
     * The content read as UTF-8.
     *
     * @return the text
     */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload that
                && contentType.equals(that.contentType)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * contentType.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return contentType + ", " + bytes.length + " bytes";
    }
}
