package dev.daybook.core.process;

import dev.daybook.core.digest.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The ids of the events of one command, the same each time that it is carried out. The first event bears the id of the command. The others
 * bear UUIDs of version 8 (RFC 9562, section 5.8) that begin as it does, so that they are neighbours in an index.
 */
final class CommandIds implements Supplier<UUID> {

    private static final long TIME = ~0xFFFFL;
    private static final long VERSION_8 = 0x8000L;
    private static final long REST_OF_MOST = 0x0FFFL;
    private static final long VARIANT = Long.MIN_VALUE;
    private static final long REST_OF_LEAST = 0x3FFF_FFFF_FFFF_FFFFL;

    private final UUID command;
    private int given;

    CommandIds(UUID command) {
        this.command = command;
    }

    @Override
    public UUID get() {
        return id(given++);
    }

    boolean haveGiven(UUID id) {
        for (int n = 0; n < given; n++) {
            if (id(n).equals(id)) {
                return true;
            }
        }
        return false;
    }

    private UUID id(int number) {
        if (number == 0) {
            return command;
        }
        MessageDigest digest = Sha256.begin();
        digest.update(ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
                .putLong(command.getMostSignificantBits())
                .putLong(command.getLeastSignificantBits())
                .putInt(number)
                .flip());
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        long most = (command.getMostSignificantBits() & TIME) | VERSION_8 | (hash.getLong() & REST_OF_MOST);
        return new UUID(most, VARIANT | (hash.getLong() & REST_OF_LEAST));
    }
}
