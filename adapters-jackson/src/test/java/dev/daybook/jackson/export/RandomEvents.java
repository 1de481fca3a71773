package dev.daybook.jackson.export;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.event.Timestamps;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Events of any kind that a log can hold. */
final class RandomEvents {

    private static final List<String> ODD_JSON = List.of(
            "{}",
            "[]",
            "{\"a\":1}",
            "{ \"a\" : 1.50E+2 , \"a\":null}",
            "[1,[2,{\"b\":\"\\u00e9\\n\"}]]",
            "{\n\"a\":1}",
            " {} ",
            "{}\n",
            "7",
            "\"text\"",
            "null",
            "",
            "{",
            "{\"a\":\"\\ud800\"}",
            "{\"a\":NaN}",
            "{} {}",
            "{\"é😀\":\"\\u2028\"}",
            "{\"a\":1}\u0000");

    private final Random random;

    RandomEvents(long seed) {
        random = new Random(seed);
    }

    List<StoredEvent> several(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(this::event).toList();
    }

    private StoredEvent event(int position) {
        NewEvent event = new NewEvent(
                new UUID(random.nextLong(), random.nextLong()),
                text(),
                new EventType(text(), 1 + random.nextInt(3)),
                payload(),
                Timestamps.ofMicros(random.nextLong() % 60_000_000_000_000_000L),
                metadata(),
                random.nextBoolean() ? Set.of() : Set.of(Tag.of("key", text()), Tag.of("a b", "c:d")));
        long far = random.nextBoolean() ? position : Long.MAX_VALUE - position;
        return new StoredEvent(far, 1 + random.nextInt(9), Timestamps.ofMicros(random.nextLong() >>> 10), event);
    }

    private Payload payload() {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return switch (random.nextInt(5)) {
            case 0 -> Payload.of("application/octet-stream", bytes);
            case 1 -> Payload.json(bytes);
            case 2 -> Payload.of("text/plain; charset=utf-8", text().getBytes(StandardCharsets.UTF_8));
            case 3 -> Payload.of("application/vnd.a+json", "{\"a\": 1}".getBytes(StandardCharsets.UTF_8));
            default -> Payload.json(ODD_JSON.get(random.nextInt(ODD_JSON.size())));
        };
    }

    private Metadata metadata() {
        Metadata metadata = Metadata.none();
        metadata = random.nextBoolean() ? metadata : metadata.withActor(text());
        metadata = random.nextBoolean() ? metadata : metadata.withCorrelationId(text());
        metadata = random.nextBoolean() ? metadata : metadata.withCausationId(text());
        metadata = random.nextBoolean() ? metadata : metadata.with(text(), "").with("\"\\\n", text());
        return metadata;
    }

    private String text() {
        StringBuilder text = new StringBuilder("=");
        random.ints(random.nextInt(20), 1, 0x11_0000)
                .map(c -> random.nextBoolean() ? 1 + c % 127 : c)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
