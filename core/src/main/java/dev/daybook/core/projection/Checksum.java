package dev.daybook.core.projection;

import dev.daybook.core.digest.Sha256;
import dev.daybook.ports.event.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Tells contents apart in eight bytes each. */
final class Checksum {

    private Checksum() {}

    /** The first eight bytes of the content's SHA-256. */
    static long of(Payload content) {
        MessageDigest digest = Sha256.begin();
        digest.update(content.contentType().getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest.digest(content.bytes())).getLong();
    }
}
