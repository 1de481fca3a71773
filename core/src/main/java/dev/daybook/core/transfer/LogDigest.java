package dev.daybook.core.transfer;

import dev.daybook.core.digest.Sha256;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * One number for a history: the same on every engine for the same events in the same order, another as soon as one byte differs.
 * It is SHA-256 (FIPS 180-4) over the UTF-8 text {@code daybook-log-1} and then every event in position order, each as:
 *
 * <ol>
 *   <li>position (8 bytes), id (16 bytes), sequence (8 bytes), timestamp and recordedAt (8 bytes each, microseconds since
 *       1970-01-01T00:00:00Z)
 *   <li>the schema version of its type (4 bytes)
 *   <li>aggregate id, type name, content type
 *   <li>the payload: its length in bytes (4 bytes), then its bytes
 *   <li>actor, correlation id, causation id; one that is absent is the length -1 alone
 *   <li>the number of metadata entries (4 bytes), then key and value of each, by {@link String#compareTo} of the keys
 *   <li>the number of tags (4 bytes), then each as {@code key:value}, by {@link String#compareTo}
 * </ol>
 *
 * <p>Numbers are signed, the highest byte first. A text is its length in bytes of UTF-8 (4 bytes), then these bytes. Snapshots are
 * not part of it: they follow from the events.
 *
 * <p>For one thread at a time.
 */
public final class LogDigest {

    private static final byte[] BEGIN = "daybook-log-1".getBytes(StandardCharsets.UTF_8);
    private static final int NUMBERS = 6 * Long.BYTES + Integer.BYTES;
    private static final int ABSENT = -1;

    private final MessageDigest sha;
    private final ByteBuffer numbers = ByteBuffer.allocate(NUMBERS);
    private long position;
    private long events;

    /** Of no events yet. */
    public LogDigest() {
        sha = Sha256.begin();
        sha.update(BEGIN);
    }

    /**
     * The digest of a log up to a position.
     *
     * @param log whose history
     * @param upTo the last position that counts
     * @return the digest
     * @throws dev.daybook.ports.storage.StorageException if the engine cannot do its work
     */
    public static LogDigest of(EventLog log, long upTo) {
        LogDigest digest = new LogDigest();
        try (EventCursor events = log.read(Query.all(), Range.all().upTo(upTo))) {
            events.forEachRemaining(digest::add);
        }
        return digest;
    }

    /**
     * Takes one more event in.
     *
     * @param stored the event behind the last one
     */
    public void add(StoredEvent stored) {
        NewEvent event = stored.event();
        numbers.putLong(stored.position())
                .putLong(event.id().getMostSignificantBits())
                .putLong(event.id().getLeastSignificantBits())
                .putLong(stored.sequence())
                .putLong(Timestamps.toMicros(event.timestamp()))
                .putLong(Timestamps.toMicros(stored.recordedAt()))
                .putInt(event.type().version());
        flush();
        add(event.aggregateId());
        add(event.type().name());
        add(event.payload().contentType());
        add(event.payload().bytes());
        add(event.metadata());
        add(event.tags().size());
        event.tags().stream().map(Tag::toString).sorted().forEach(this::add);
        position = stored.position();
        events++;
    }

    /**
     * How far it goes.
     *
     * @return the position of the last event taken in, 0 for none
     */
    public long position() {
        return position;
    }

    /**
     * How many events it covers.
     *
     * @return a number, 0 for none
     */
    public long events() {
        return events;
    }

    /**
     * The digest of what has been taken in so far; more can be taken in afterwards.
     *
     * @return 64 hexadecimal digits
     */
    public String hex() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) sha.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 cannot be read while it goes on", e);
        }
    }

    private void add(Metadata metadata) {
        add(metadata.actor());
        add(metadata.correlationId());
        add(metadata.causationId());
        add(metadata.entries().size());
        for (Map.Entry<String, String> entry : metadata.entries().entrySet()) {
            add(entry.getKey());
            add(entry.getValue());
        }
    }

    private void add(Optional<String> text) {
        if (text.isPresent()) {
            add(text.get());
        } else {
            add(ABSENT);
        }
    }

    private void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(byte[] bytes) {
        add(bytes.length);
        sha.update(bytes);
    }

    private void add(int number) {
        numbers.putInt(number);
        flush();
    }

    private void flush() {
        sha.update(numbers.array(), 0, numbers.position());
        numbers.clear();
    }
}
