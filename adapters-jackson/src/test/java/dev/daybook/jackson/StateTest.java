package dev.daybook.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.jackson.Samples.AccountId;
import dev.daybook.jackson.Samples.Book;
import dev.daybook.jackson.Samples.Level;
import dev.daybook.jackson.Samples.Pair;
import dev.daybook.jackson.Samples.Pairs;
import dev.daybook.jackson.Samples.Price;
import dev.daybook.jackson.Samples.Side;
import dev.daybook.jackson.Samples.Tree;
import dev.daybook.ports.codec.CodecException;
import dev.daybook.ports.event.Payload;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StateTest {

    private final JacksonCodec codec = JacksonCodec.builder().states(Book.class).build();

    @Test
    void a_state_of_vavr_collections_comes_back_equal() {
        Book.Open book = new Book.Open(
                Vector.of(new Level(new BigDecimal("1.50"), io.vavr.collection.List.of(1L, 2L))),
                HashMap.of("b", 2L, "a", 1L),
                LinkedHashMap.of(new AccountId(new UUID(2, 2)), Side.BUY, new AccountId(new UUID(1, 1)), Side.SELL),
                HashSet.of("z", "y"),
                Option.some(Instant.EPOCH),
                Option.none());

        Book back = codec.decodeState(codec.encodeState(book), Book.class);

        assertThat(back).isEqualTo(book);
        assertThat(codec.decodeState(codec.encodeState(book), Book.Open.class)).isEqualTo(book);
        assertThat(((Book.Open) back).last().keySet())
                .containsExactlyElementsOf(book.last().keySet());
        assertThat(codec.encodeState(book).text())
                .startsWith("{\"@type\":\"Open\"")
                .contains("\"totals\":{\"a\":1,\"b\":2}")
                .contains("\"halted\":[\"y\",\"z\"]")
                .doesNotContain("none");
    }

    @Test
    void the_name_of_a_kind_may_stand_behind_its_fields() {
        Price price = codec.decodeState(Payload.json("{\"x\":[1],\"at\":1.50,\"@type\":\"Limit\"}"), Price.class);

        assertThat(price).isEqualTo(new Price.Limit(new BigDecimal("1.50")));
    }

    @Test
    void states_that_are_no_records_come_back_equal() {
        assertThat(codec.decodeState(codec.encodeState(7L), Long.class)).isEqualTo(7L);
        assertThat(codec.decodeState(codec.encodeState(7), int.class)).isEqualTo(7);
        assertThat(codec.decodeState(codec.encodeState("a"), String.class)).isEqualTo("a");
        assertThat(codec.decodeState(codec.encodeState(Side.SELL), Side.class)).isEqualTo(Side.SELL);
        assertThat(codec.decodeState(codec.encodeState(Price.Auction.OPENING), Price.class))
                .isEqualTo(Price.Auction.OPENING);
        assertThat(codec.decodeState(codec.encodeState(Price.Auction.OPENING), Price.Auction.class))
                .isEqualTo(Price.Auction.OPENING);
        assertThat(codec.decodeState(codec.encodeState(new Book.Empty()), Book.class))
                .isEqualTo(new Book.Empty());
    }

    @Test
    void records_may_hold_their_own_kind_and_have_type_arguments() {
        Tree tree = new Tree("a", List.of(new Tree("b", List.of()), new Tree("c", List.of(new Tree("d", List.of())))));
        Pairs pairs = new Pairs(new Pair<>("a", 1L), new Pair<>(2L, "b"), List.of(new Pair<>(Side.BUY, Side.SELL)));

        assertThat(codec.decodeState(codec.encodeState(tree), Tree.class)).isEqualTo(tree);
        assertThat(codec.decodeState(codec.encodeState(pairs), Pairs.class)).isEqualTo(pairs);
    }

    @Test
    void a_state_that_cannot_be_written_is_refused_with_the_remedy() {
        assertThatThrownBy(() -> codec.encodeState(List.of(1)))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("Use records");
        assertThatThrownBy(() -> codec.encodeState(new Object())).isInstanceOf(CodecException.class);
    }

    @Test
    void a_tree_too_deep_is_refused_and_does_not_end_the_thread() {
        Tree tree = new Tree("leaf", List.of());
        for (int i = 0; i < 100_000; i++) {
            tree = new Tree("node", List.of(tree));
        }
        Tree deep = tree;

        assertThatThrownBy(() -> codec.encodeState(deep))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("nesting depth");
    }
}
