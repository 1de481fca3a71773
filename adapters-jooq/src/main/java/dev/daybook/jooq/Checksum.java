package dev.daybook.jooq;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Timestamps;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * CRC-32C (RFC 3720, appendix B.4) over all that a row says of an event, so that what a disk has changed is noticed and not served.
 * It is no proof against somebody who changes the row on purpose: he can compute it as well.
 */
final class Checksum {

    private static final int NUMBERS = 6 * Long.BYTES + 9 * Integer.BYTES;

    private Checksum() {}

    /** Texts go in by their hash, which the Java language defines, and strings keep. */
    static int of(StoredEvent stored, @Nullable String tags, @Nullable String metadata) {
        NewEvent event = stored.event();
        EventType type = event.type();
        Metadata details = event.metadata();
        ByteBuffer numbers = ByteBuffer.allocate(NUMBERS)
                .putLong(stored.position())
                .putLong(event.id().getMostSignificantBits())
                .putLong(event.id().getLeastSignificantBits())
                .putLong(stored.sequence())
                .putLong(Timestamps.toMicros(event.timestamp()))
                .putLong(Timestamps.toMicros(stored.recordedAt()))
                .putInt(event.aggregateId().hashCode())
                .putInt(type.name().hashCode())
                .putInt(type.version())
                .putInt(event.payload().contentType().hashCode())
                .putInt(Objects.hashCode(details.actor().orElse(null)))
                .putInt(Objects.hashCode(details.correlationId().orElse(null)))
                .putInt(Objects.hashCode(details.causationId().orElse(null)))
                .putInt(Objects.hashCode(tags))
                .putInt(Objects.hashCode(metadata));
        CRC32C crc = new CRC32C();
        crc.update(numbers.flip());
        crc.update(event.payload().bytes());
        return (int) crc.getValue();
    }
}
