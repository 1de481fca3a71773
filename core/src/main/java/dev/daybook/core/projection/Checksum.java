package dev.daybook.core.projection;

import dev.daybook.ports.event.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Tells contents apart in eight bytes each. */
final class Checksum {

    private Checksum() {}

    /** The first eight bytes of the content's SHA-256. */
    static long of(Payload content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(content.contentType().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest.digest(content.bytes())).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
