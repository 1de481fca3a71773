package dev.daybook.ports.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StretchTest {

    private static final Instant NOON = Instant.parse("2024-05-06T12:00:00Z");

    @Test
    void a_stretch_knows_where_it_begins_and_ends() {
        Stretch stretch = new Stretch(
                List.of(event(7, "order_1", 3, NOON), event(8, "order_2", 1, NOON), event(9, "order_1", 4, NOON)));
        assertThat(stretch.firstPosition()).isEqualTo(7);
        assertThat(stretch.lastPosition()).isEqualTo(9);
    }

    @Test
    void what_no_log_could_have_is_no_stretch() {
        refused("without events");
        refused("count from 1", event(0, "order_1", 1, NOON));
        refused("count from 1", event(1, "order_1", 0, NOON));
        refused("position follows on 1", event(1, "order_1", 1, NOON), event(3, "order_1", 2, NOON));
        refused("sequence follows on 1", event(1, "order_1", 1, NOON), event(2, "order_1", 3, NOON));
        refused(
                "recordedAt does not decrease",
                event(1, "order_1", 1, NOON),
                event(2, "order_1", 2, NOON.minusNanos(1000)));
        refused("to the microsecond", event(1, "order_1", 1, NOON.plusNanos(1)));
        StoredEvent first = event(1, "order_1", 1, NOON);
        refused("not that of another event", first, new StoredEvent(2, 2, NOON, first.event()));
    }

    private static void refused(String why, StoredEvent... events) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Stretch(List.of(events)))
                .withMessageContaining(why);
    }

    private static StoredEvent event(long position, String aggregate, long sequence, Instant recordedAt) {
        NewEvent event = NewEvent.of(
                UUID.randomUUID(), aggregate, EventType.of("order_placed"), Payload.json("{}"), Instant.EPOCH);
        return new StoredEvent(position, sequence, recordedAt, event);
    }
}
