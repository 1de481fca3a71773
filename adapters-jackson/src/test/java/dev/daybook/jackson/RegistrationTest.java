package dev.daybook.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.codec.CodecException;
import dev.daybook.ports.codec.UnknownEventException;
import dev.daybook.ports.event.EventName;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Payload;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistrationTest {

    record OrderPlaced(String id) {}

    @EventName("order_placed")
    record Other(String id) {}

    record WithDate(List<Map<String, MonthDay>> dates) {}

    record WithObject(Object any) {}

    record WithArray(
            @SuppressWarnings("ArrayRecordComponent") int[] numbers) {}

    record WithRaw(@SuppressWarnings("rawtypes") List raw) {}

    record WithOddKey(Map<List<String>, String> map) {}

    record Strict(int quantity, String name) {
        Strict {
            if (quantity < 1) {
                throw new IllegalArgumentException("quantity " + quantity + " is below 1");
            }
        }
    }

    interface Open {}

    sealed interface Mixed permits A, B.A {}

    record A() implements Mixed {}

    static final class B {
        record A() implements Mixed {}
    }

    sealed interface Nested permits Inner, Leaf {}

    sealed interface Inner extends Nested permits Deep {}

    record Leaf() implements Nested {}

    record Deep() implements Inner {}

    @Test
    void all_records_under_a_sealed_interface_are_registered() {
        assertThat(JacksonCodec.of(Nested.class).eventClasses()).containsExactlyInAnyOrder(Leaf.class, Deep.class);
        assertThat(JacksonCodec.of(Nested.class, Leaf.class).eventClasses()).hasSize(2);
    }

    @Test
    void two_classes_of_one_type_name_are_refused() {
        assertThatThrownBy(() -> JacksonCodec.of(OrderPlaced.class, Other.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OrderPlaced")
                .hasMessageContaining("Other")
                .hasMessageContaining("order_placed")
                .hasMessageContaining("@EventName");
        assertThatThrownBy(() -> JacksonCodec.of(Mixed.class)).hasMessageContaining("rename one");
    }

    @Test
    void what_is_no_event_is_refused() {
        for (Class<?> type : List.of(Open.class, String.class, Object.class, Samples.Side.class, int.class)) {
            assertThatThrownBy(() -> JacksonCodec.of(type))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(type.getName())
                    .hasMessageContaining("make it a record");
        }
    }

    @Test
    void a_component_that_cannot_be_written_is_refused_when_the_codec_is_built() {
        for (Class<?> type :
                List.of(WithDate.class, WithObject.class, WithArray.class, WithRaw.class, WithOddKey.class)) {
            assertThatThrownBy(() -> JacksonCodec.of(type))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(type.getSimpleName() + ".")
                    .hasMessageContaining("JacksonCodec.Builder.text");
        }
    }

    @Test
    void a_class_of_ones_own_is_written_as_its_text() {
        JacksonCodec codec = JacksonCodec.builder()
                .events(WithDate.class)
                .text(MonthDay.class, MonthDay::toString, MonthDay::parse)
                .build();
        WithDate event = new WithDate(List.of(Map.of("a", MonthDay.of(3, 1))));

        assertThat(codec.encode(event).text()).isEqualTo("{\"dates\":[{\"a\":\"--03-01\"}]}");
        assertThat(codec.decode(EventType.of("with_date"), codec.encode(event))).containsExactly(event);
        assertThatThrownBy(() -> codec.decode(EventType.of("with_date"), Payload.json("{\"dates\":[{\"a\":\"x\"}]}")))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("dates[0].a: expected a text of MonthDay");
    }

    @Test
    void what_nobody_registered_is_named_with_the_remedy() {
        JacksonCodec codec = JacksonCodec.of(OrderPlaced.class);

        assertThatThrownBy(() -> codec.encode(new Strict(1, ""))).isInstanceOf(UnknownEventException.class);
        assertThatThrownBy(() -> codec.typeOf(Strict.class))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining("Strict")
                .hasMessageContaining("Builder.events");
        assertThatThrownBy(() -> codec.decode(EventType.of("strict"), Payload.json("{}")))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining("strict")
                .hasMessageContaining("Builder.events");
    }

    @Test
    void what_a_record_refuses_is_a_codec_exception() {
        JacksonCodec codec = JacksonCodec.of(Strict.class);

        assertThatThrownBy(() -> codec.decode(EventType.of("strict"), Payload.json("{\"quantity\":0,\"name\":\"\"}")))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("quantity 0 is below 1");
    }

    @Test
    @SuppressWarnings("NullAway") // what somebody without null checks does
    void a_null_that_could_not_be_read_back_is_not_written() {
        JacksonCodec codec = JacksonCodec.of(Strict.class);

        assertThatThrownBy(() -> codec.encode(new Strict(1, null)))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("name: it is null")
                .hasMessageContaining("@Nullable");
    }
}
