package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.codec.CodecException;
import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.event.Payload;
import dev.daybook.testkit.contract.CodecSamples.Book;
import dev.daybook.testkit.contract.CodecSamples.ClosedBook;
import dev.daybook.testkit.contract.CodecSamples.Money;
import dev.daybook.testkit.contract.CodecSamples.OpenBook;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every codec of states promises; an adapter's test extends it and says how its codec is made. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class StateCodecContract {

    /** For a subclass of an adapter's tests. */
    protected StateCodecContract() {}

    /**
     * A codec under test.
     *
     * @param states classes of the states it will meet: records, and sealed interfaces above records
     * @return the codec
     */
    protected abstract StateCodec codec(Class<?>... states);

    private StateCodec codec() {
        return codec(Book.class, Money.class);
    }

    @Test
    void every_state_comes_back_equal() {
        StateCodec codec = codec();
        for (Money money : CodecSamples.monies()) {
            assertThat(codec.decodeState(codec.encodeState(money), Money.class)).isEqualTo(money);
        }
    }

    @Test
    void a_state_under_a_sealed_interface_comes_back_as_what_it_was() {
        StateCodec codec = codec();
        for (Book state : CodecSamples.states()) {
            assertThat(codec.decodeState(codec.encodeState(state), Book.class)).isEqualTo(state);
        }
    }

    @Test
    void a_state_of_ten_thousand_parts_comes_back_equal() {
        StateCodec codec = codec();
        Money money = CodecSamples.monies().getLast();
        List<CodecSamples.Leg> legs = Collections.nCopies(
                10_000, new CodecSamples.Leg(CodecSamples.Side.SELL, money, Optional.of("\ud83d\udcd2")));
        OpenBook state = new OpenBook(Map.of("a", money), legs, Optional.empty());
        assertThat(codec.decodeState(codec.encodeState(state), Book.class)).isEqualTo(state);
    }

    @Test
    void content_that_does_not_fit_is_refused() {
        StateCodec codec = codec();
        Payload other = codec.encodeState(new ClosedBook(Instant.EPOCH));
        refused(codec, other);
        refused(codec, Payload.of(other.contentType(), new byte[0]));
        refused(codec, Payload.of(other.contentType(), new byte[] {'{', 0}));
        refused(
                codec,
                Payload.of(
                        "image/png",
                        codec.encodeState(CodecSamples.monies().getFirst()).bytes()));
    }

    private static void refused(StateCodec codec, Payload payload) {
        assertThatThrownBy(() -> codec.decodeState(payload, Money.class)).isInstanceOf(CodecException.class);
    }

    @Test
    void many_threads_share_one_codec() {
        StateCodec codec = codec();
        Crew.of(Crew.PLATFORM, 16, n -> {
                    for (Book state : CodecSamples.states()) {
                        assertThat(codec.decodeState(codec.encodeState(state), Book.class))
                                .isEqualTo(state);
                    }
                })
                .join();
    }
}
