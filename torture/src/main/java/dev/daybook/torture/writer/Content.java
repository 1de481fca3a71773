package dev.daybook.torture.writer;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.Tag;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Events whose whole content follows from their id and aggregate, so that anybody can tell whether it is as it was appended. */
public final class Content {

    private static final int ACCOUNTS = 12;
    private static final int MOST_BYTES = 90;
    private static final int DAYS = 1_000;
    private static final List<String> TYPES = List.of("order_placed", "order_filled", "order_cancelled");
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00.123456Z");

    private Content() {}

    /** The one event with this id and aggregate. */
    public static NewEvent event(UUID id, String aggregateId) {
        Random random = new Random(id.getLeastSignificantBits());
        byte[] note = new byte[random.nextInt(MOST_BYTES)];
        random.nextBytes(note);
        NewEvent event = NewEvent.of(
                        id,
                        aggregateId,
                        EventType.of(TYPES.get(random.nextInt(TYPES.size()))),
                        Payload.json("{\"note\":\"" + HexFormat.of().formatHex(note) + "\"}"),
                        FIRST.plus(random.nextInt(DAYS), ChronoUnit.DAYS))
                .with(Metadata.by("trader_" + random.nextInt(ACCOUNTS)));
        return random.nextBoolean() ? event.tagged(account(random.nextInt(ACCOUNTS))) : event;
    }

    /** One of the tags that events bear. */
    static Tag account(Random random) {
        return account(random.nextInt(ACCOUNTS));
    }

    private static Tag account(int number) {
        return Tag.of("account", "a" + number);
    }
}
