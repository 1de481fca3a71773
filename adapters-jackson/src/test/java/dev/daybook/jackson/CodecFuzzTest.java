package dev.daybook.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.daybook.jackson.Samples.Book;
import dev.daybook.jackson.Samples.OrderEvent;
import dev.daybook.jackson.Samples.OrderFilled;
import dev.daybook.jackson.Samples.Pairs;
import dev.daybook.jackson.Samples.Tree;
import dev.daybook.ports.codec.CodecException;
import dev.daybook.ports.codec.UnknownEventException;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Payload;
import java.util.List;

/** Whatever the bytes, they are read or refused by name; and what was read is written so that it is read again. */
class CodecFuzzTest {

    private static final List<EventType> TYPES = List.of(
            EventType.of("order_placed"),
            EventType.of("order_filled"),
            new EventType("order_gone", 3),
            EventType.of("order_gone"),
            EventType.of("never_seen"));

    private static final List<Class<?>> STATES =
            List.of(OrderFilled.class, Book.class, Tree.class, Pairs.class, Samples.Price.class);

    private final JacksonCodec codec = JacksonCodec.of(OrderEvent.class);

    @FuzzTest(maxDuration = "10m")
    void events_are_read_or_refused(byte[] json) {
        for (EventType type : TYPES) {
            try {
                List<Object> read = codec.decode(type, Payload.json(json));
                for (Object event : read) {
                    assertThat(codec.decode(codec.typeOf(event.getClass()), codec.encode(event)))
                            .containsExactly(event);
                }
            } catch (CodecException | UnknownEventException refused) {
                assertThat(refused).hasMessageContaining(type.name());
            }
        }
    }

    @FuzzTest(maxDuration = "10m")
    void states_are_read_or_refused(byte[] json) {
        for (Class<?> type : STATES) {
            try {
                Object state = codec.decodeState(Payload.json(json), type);
                assertThat((Object) codec.decodeState(codec.encodeState(state), type))
                        .isEqualTo(state);
            } catch (CodecException refused) {
                assertThat(refused).hasMessageContaining("cannot be read");
            }
        }
    }
}
