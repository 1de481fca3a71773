package dev.daybook.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.jackson.Upcast.Part;
import dev.daybook.ports.codec.CodecException;
import dev.daybook.ports.codec.UnknownEventException;
import dev.daybook.ports.event.EventName;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Payload;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UpcastTest {

    sealed interface Event {}

    @EventName(version = 3)
    record OrderPlaced(String id, BigDecimal price, String currency) implements Event {}

    record OrderFilled(long quantity) implements Event {}

    private static final EventType AMENDED = EventType.of("order_amended");
    private static final EventType FILLED = EventType.of("order_filled");
    private static final EventType PLACED_TODAY = new EventType("order_placed", 3);

    private final JacksonCodec codec = JacksonCodec.builder()
            .events(Event.class)
            .upcast("order_placed", 1, json -> json.put("currency", "EUR"))
            .upcast("order_placed", 2, json -> json.set("price", json.remove("cost")))
            .upcast(Upcast.renamed(EventType.of("order_put"), EventType.of("order_placed")))
            .upcast(Upcast.dropped(EventType.of("order_touched")))
            .upcast(Upcast.split(
                    AMENDED,
                    Set.of(PLACED_TODAY, FILLED),
                    json -> List.of(
                            new Part(FILLED, json.deepCopy().put("quantity", 1)), new Part(PLACED_TODAY, json))))
            .build();

    @Test
    void an_event_of_an_older_version_is_brought_up_to_date_step_by_step() {
        Payload old = Payload.json("{\"id\":\"a\",\"cost\":12345678901234567890.10}");
        OrderPlaced today = new OrderPlaced("a", new BigDecimal("12345678901234567890.10"), "EUR");

        assertThat(codec.decode(EventType.of("order_placed"), old)).containsExactly(today);
        assertThat(codec.decode(EventType.of("order_put"), old)).containsExactly(today);
        assertThat(old.text()).isEqualTo("{\"id\":\"a\",\"cost\":12345678901234567890.10}");
        assertThat(codec.decode(codec.typeOf(OrderPlaced.class), codec.encode(today)))
                .containsExactly(today);
    }

    @Test
    void an_event_can_become_several_or_none() {
        Payload amended = Payload.json("{\"id\":\"a\",\"price\":1.50,\"currency\":\"CHF\"}");

        assertThat(codec.decode(AMENDED, amended))
                .containsExactly(new OrderFilled(1), new OrderPlaced("a", new BigDecimal("1.50"), "CHF"));
        assertThat(codec.decode(EventType.of("order_touched"), Payload.json("{}")))
                .isEmpty();
    }

    @Test
    void a_newer_version_than_the_class_knows_is_named_with_the_remedy() {
        assertThatThrownBy(() -> codec.decode(new EventType("order_placed", 4), Payload.json("{}")))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining("version 4")
                .hasMessageContaining("version 3")
                .hasMessageContaining("newer release");
    }

    @Test
    void an_older_version_without_an_upcaster_is_named_with_the_remedy() {
        JacksonCodec without = JacksonCodec.of(Event.class);

        assertThatThrownBy(() -> without.decode(EventType.of("order_placed"), Payload.json("{}")))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining("version 1")
                .hasMessageContaining("version 3")
                .hasMessageContaining("upcast");
    }

    @Test
    void what_an_upcaster_makes_of_bad_content_is_a_codec_exception() {
        for (String json :
                List.of("", "[]", "{", "{}", "{\"id\":1,\"cost\":1}", "{\"id\":\"a\",\"id\":\"b\"}", "{} {}")) {
            assertThatThrownBy(() -> codec.decode(EventType.of("order_placed"), Payload.json(json)))
                    .as(json)
                    .isInstanceOf(CodecException.class)
                    .hasMessageStartingWith("event order_placed cannot be read");
        }
    }

    @Test
    void an_upcaster_that_gives_what_it_did_not_name_is_refused() {
        JacksonCodec liar = JacksonCodec.builder()
                .events(Event.class)
                .upcast(Upcast.split(AMENDED, Set.of(FILLED), json -> List.of(new Part(PLACED_TODAY, json))))
                .build();

        assertThatThrownBy(() -> liar.decode(AMENDED, Payload.json("{}")))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("names only");
    }

    @Test
    void holes_are_found_when_the_codec_is_built() {
        refused("writes version 3", Upcast.of("order_placed", 1, json -> json));
        refused("no upcaster begins", Upcast.of("order_put", 1, json -> json));
        refused("no event class", Upcast.renamed(EventType.of("a"), EventType.of("b")));
        refused("raise the version", Upcast.of("order_placed", 3, json -> json));
        refused("raise the version", Upcast.of("order_filled", 7, json -> json));
        refused("keep one", Upcast.dropped(AMENDED), Upcast.dropped(AMENDED));
        refused(
                "in a circle",
                Upcast.renamed(EventType.of("a"), EventType.of("b")),
                Upcast.renamed(EventType.of("b"), EventType.of("a")));
        refused("no event class", Upcast.split(AMENDED, Set.of(FILLED, EventType.of("c")), json -> List.of()));
    }

    private static void refused(String problem, Upcast... steps) {
        JacksonCodec.Builder builder = JacksonCodec.builder().events(Event.class);
        for (Upcast step : steps) {
            builder.upcast(step);
        }
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }
}
