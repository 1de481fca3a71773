package dev.daybook.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.console.reading.Readers;
import dev.daybook.console.reading.Sight;
import dev.daybook.core.Daybook;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.jackson.export.Redaction;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.storage.Storage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubscriberTest {

    @TempDir
    private Path folder;

    @Test
    void who_is_too_slow_gets_what_was_kept_for_him_and_is_then_cut_off() throws InterruptedException {
        try (Storage storage = Storage.open("sqlite:" + folder.resolve("a.db"));
                Daybook daybook = Daybook.builder(storage, JacksonCodec.of()).build()) {
            Sight sight = new Readers(
                            daybook, new Readers.Told(Redaction.none(), Map.of(), List.of(), List.of(), List.of()))
                    .sights()
                    .masked();
            Subscriber subscriber = new Subscriber();
            for (int position = 1; position <= 2_010; position++) {
                subscriber.offer(event(position, sight));
            }

            assertThat(subscriber.isOverrun()).as("something is still kept").isFalse();
            List<LiveEvent> kept = subscriber.take(Duration.ZERO);
            assertThat(kept).hasSize(2_000);
            assertThat(kept.getLast().position()).isEqualTo(2_000);
            assertThat(subscriber.isOverrun()).isTrue();
            subscriber.offer(event(2_011, sight));
            assertThat(subscriber.take(Duration.ZERO))
                    .as("nothing behind a gap")
                    .isEmpty();
        }
    }

    private static LiveEvent event(long position, Sight sight) {
        NewEvent event = NewEvent.of(UUID.randomUUID(), "a", EventType.of("t"), Payload.json("{}"), Instant.EPOCH);
        return new LiveEvent(new StoredEvent(position, position, Instant.EPOCH, event), sight);
    }
}
