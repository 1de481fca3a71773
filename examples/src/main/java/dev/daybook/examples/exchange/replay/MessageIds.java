package dev.daybook.examples.exchange.replay;

import dev.daybook.examples.exchange.message.Message;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Ids that are the same whenever the same line of the same content is read: UUID version 7 (RFC 9562, section 5.7), the time
 * being the message's, the rest a digest of the file's content, the line and the number of the event within the message.
 */
final class MessageIds {

    private final byte[] content;
    private final MessageDigest digest;

    MessageIds(String sha256) {
        this.content = sha256.getBytes(StandardCharsets.US_ASCII);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The ids of the events of one message. */
    Supplier<UUID> of(Message message) {
        long[] ordinal = {0};
        return () -> id(message, ordinal[0]++);
    }

    private UUID id(Message message, long ordinal) {
        digest.update(content);
        digest.update(ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(message.line())
                .putLong(ordinal)
                .flip());
        ByteBuffer random = ByteBuffer.wrap(digest.digest());
        long most = message.happened().toEpochMilli() << 16 | 0x7000L | (random.getLong() & 0xFFFL);
        long least = (random.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }
}
