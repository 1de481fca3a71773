package dev.daybook.testkit.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.codec.CodecException;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Payload;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ObjectCodecTest {

    record OrderPlaced(String id, List<Integer> quantities) {}

    private final ObjectCodec codec = ObjectCodec.of(OrderPlaced.class);

    @Test
    void the_object_itself_comes_back() {
        OrderPlaced event = new OrderPlaced("order_1", List.of(1, 2));
        assertThat(codec.decode(EventType.of("order_placed"), codec.encode(event)))
                .first()
                .isSameAs(event);
    }

    @Test
    void the_handle_says_what_it_stands_for() {
        assertThat(codec.encode(new OrderPlaced("order_1", List.of())).text()).isEqualTo("order_placed #1");
    }

    @Test
    void what_another_codec_wrote_is_refused() {
        Payload foreign = ObjectCodec.of(OrderPlaced.class).encode(new OrderPlaced("order_1", List.of()));
        assertThatThrownBy(() -> codec.decode(EventType.of("order_placed"), foreign))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("only the codec that wrote");
    }
}
