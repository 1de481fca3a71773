package dev.daybook.torture.power;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.storage.Storage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** The process that is recorded: appends one after the other, closes and opens again now and then, and tells of each as soon as it has returned. */
final class PoweredWriter {

    private static final Instant WHEN = Instant.parse("2026-03-01T12:00:00.123456Z");

    /** What an engine does when it opens and when it closes are moments to lose the power in as well. */
    private static final int BETWEEN_OPENINGS = 20;

    private static final int MOST_EVENTS = 8;
    private static final int MOST_PAYLOAD = 3_000;

    private PoweredWriter() {}

    /**
     * Arguments: the engine, the log's file, the seed, how many appends. Tells {@code open} at each opening, and {@code 1}, {@code 2}
     * and so on.
     */
    public static void main(String[] arguments) {
        long seed = Long.parseLong(arguments[2]);
        int appends = Integer.parseInt(arguments[3]);
        for (int first = 1; first <= appends; first += BETWEEN_OPENINGS) {
            try (Storage storage = Embedded.valueOf(arguments[0]).open(Path.of(arguments[1]))) {
                System.out.println("open");
                for (int number = first; number < Math.min(first + BETWEEN_OPENINGS, appends + 1); number++) {
                    AppendResult result = storage.log().append(append(seed, number));
                    if (!(result instanceof AppendResult.Stored)) {
                        throw new IllegalStateException("append " + number + " was answered with " + result);
                    }
                    System.out.println(number);
                }
            }
        }
        System.out.println("closed");
    }

    /** What is appended, the same for the same seed and number. */
    static Append append(long seed, int number) {
        Random random = new Random(seed * 31 + number);
        List<NewEvent> events = new ArrayList<>();
        int count = 1 + random.nextInt(MOST_EVENTS);
        for (int i = 0; i < count; i++) {
            UUID id = new UUID(((long) number << 16) | 0x7000, 0x8000_0000_0000_0000L | i);
            byte[] payload = ("{\"note\":\"" + "x".repeat(random.nextInt(MOST_PAYLOAD)) + "\"}").getBytes(UTF_8);
            NewEvent event = NewEvent.of(
                    id, "order_" + random.nextInt(20), EventType.of("order_placed"), Payload.json(payload), WHEN);
            events.add(
                    random.nextInt(4) == 0 ? event.tagged(Tag.of("desk", "fx")).with(Metadata.by("alice")) : event);
        }
        return Append.of(events);
    }
}
