package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.codec.CodecException;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.codec.UnknownEventException;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Payload;
import dev.daybook.testkit.contract.CodecSamples.BookClosed;
import dev.daybook.testkit.contract.CodecSamples.Booking;
import dev.daybook.testkit.contract.CodecSamples.Stranger;
import dev.daybook.testkit.contract.CodecSamples.TradeBooked;
import dev.daybook.testkit.contract.CodecSamples.TradeReversed;
import dev.daybook.testkit.contract.CodecSamples.TradeSettled;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every codec of events promises; an adapter's test extends it and says how its codec is made. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class EventCodecContract {

    /** For a subclass of an adapter's tests. */
    protected EventCodecContract() {}

    /**
     * A codec under test.
     *
     * @param events the records, and sealed interfaces above records, that it knows
     * @return the codec
     */
    protected abstract EventCodec codec(Class<?>... events);

    private static List<Object> roundTrip(EventCodec codec, Object event) {
        return codec.decode(codec.typeOf(event.getClass()), codec.encode(event));
    }

    @Test
    void every_event_comes_back_equal() {
        EventCodec codec = codec(Booking.class);
        for (Booking event : CodecSamples.events()) {
            assertThat(roundTrip(codec, event)).containsExactly(event);
        }
    }

    @Test
    void decimal_numbers_keep_every_digit_and_their_scale() {
        EventCodec codec = codec(Booking.class);
        for (CodecSamples.Money money : CodecSamples.monies()) {
            TradeSettled back =
                    (TradeSettled) roundTrip(codec, new TradeSettled(money)).getFirst();
            assertThat(back.money().amount().unscaledValue())
                    .isEqualTo(money.amount().unscaledValue());
            assertThat(back.money().amount().scale()).isEqualTo(money.amount().scale());
        }
    }

    @Test
    void equal_events_have_equal_payloads_so_that_a_repetition_is_recognised() {
        EventCodec codec = codec(Booking.class);
        List<Booking> once = CodecSamples.events();
        List<Booking> again = CodecSamples.events();
        for (int n = 0; n < once.size(); n++) {
            assertThat(codec.encode(again.get(n))).isEqualTo(codec.encode(once.get(n)));
        }
    }

    @Test
    void different_events_have_different_payloads_or_types() {
        EventCodec codec = codec(Booking.class);
        assertThat(CodecSamples.events().stream()
                        .distinct()
                        .map(event -> List.of(codec.typeOf(event.getClass()), codec.encode(event))))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_type_has_the_name_of_its_class_in_snake_case_or_the_one_given() {
        EventCodec codec = codec(Booking.class);
        assertThat(codec.typeOf(TradeBooked.class)).isEqualTo(EventType.of("trade_booked"));
        assertThat(codec.typeOf(BookClosed.class)).isEqualTo(EventType.of("book_closed"));
        assertThat(codec.typeOf(TradeReversed.class)).isEqualTo(new EventType("trade_undone", 3));
    }

    @Test
    void all_classes_under_a_sealed_interface_are_known() {
        assertThat(codec(Booking.class).eventClasses())
                .containsExactlyInAnyOrder(
                        TradeBooked.class, TradeReversed.class, TradeSettled.class, BookClosed.class);
        assertThat(codec(Booking.class, Stranger.class, BookClosed.class).eventClasses())
                .hasSize(5)
                .contains(Stranger.class);
    }

    @Test
    void the_known_classes_cannot_be_changed() {
        assertThatThrownBy(() -> codec(Booking.class).eventClasses().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void two_classes_of_one_type_name_are_refused_when_the_codec_is_made() {
        assertThatThrownBy(() -> codec(Booking.class, CodecSamples.Elsewhere.TradeSettled.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trade_settled")
                .hasMessageContaining(TradeSettled.class.getName())
                .hasMessageContaining(CodecSamples.Elsewhere.TradeSettled.class.getName());
    }

    @Test
    void a_class_nobody_registered_is_refused_by_name() {
        EventCodec codec = codec(Booking.class);
        assertThatThrownBy(() -> codec.typeOf(Stranger.class))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining(Stranger.class.getName());
        assertThatThrownBy(() -> codec.encode(new Stranger("x")))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining(Stranger.class.getName());
    }

    @Test
    void a_type_nobody_registered_is_refused_by_name() {
        EventCodec codec = codec(Booking.class);
        Payload payload = codec.encode(new BookClosed());
        assertThatThrownBy(() -> codec.decode(EventType.of("stranger"), payload))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining("stranger");
        assertThatThrownBy(() -> codec.decode(new EventType("trade_undone", 4), payload))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining("trade_undone");
    }

    @Test
    void content_that_does_not_fit_is_refused() {
        EventCodec codec = codec(Booking.class);
        EventType type = codec.typeOf(TradeSettled.class);
        Payload other = codec.encode(CodecSamples.events().getLast());
        for (byte[] bytes : List.of(new byte[0], new byte[] {0, 1, 2}, new byte[] {'{'}, new byte[] {'[', ']'})) {
            refused(codec, type, Payload.of(other.contentType(), bytes));
        }
        refused(codec, type, other);
        refused(codec, codec.typeOf(BookClosed.class), Payload.of("image/png", other.bytes()));
    }

    private static void refused(EventCodec codec, EventType type, Payload payload) {
        assertThatThrownBy(() -> codec.decode(type, payload)).isInstanceOf(CodecException.class);
    }

    @Test
    void many_threads_share_one_codec() {
        EventCodec codec = codec(Booking.class);
        Crew.of(Crew.VIRTUAL, 32, n -> {
                    for (Booking event : CodecSamples.events()) {
                        assertThat(roundTrip(codec, event)).containsExactly(event);
                    }
                })
                .join();
    }
}
