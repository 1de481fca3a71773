package dev.daybook.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.jackson.Samples.AccountId;
import dev.daybook.jackson.Samples.OrderCancelled;
import dev.daybook.jackson.Samples.OrderEvent;
import dev.daybook.jackson.Samples.OrderFilled;
import dev.daybook.jackson.Samples.OrderPlaced;
import dev.daybook.jackson.Samples.Price;
import dev.daybook.jackson.Samples.Side;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.Timestamps;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {

    private static final long SEED = 7;

    private final JacksonCodec codec = JacksonCodec.of(OrderEvent.class);
    private final Random random = new Random(SEED);

    @Test
    void any_event_comes_back_equal() {
        for (int i = 0; i < 5_000; i++) {
            OrderPlaced event = anyOrder();

            assertThat(decoded(event)).isEqualTo(event);
        }
    }

    @Test
    void equal_events_give_equal_bytes() {
        for (int i = 0; i < 2_000; i++) {
            OrderPlaced event = anyOrder();
            OrderPlaced again = (OrderPlaced) decoded(event);

            assertThat(codec.encode(again)).isEqualTo(codec.encode(event));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.00",
                "1.10",
                "-1.10",
                "1E+3",
                "1E-3",
                "123456789012345678901234567890.123456789012345678901234567890",
                "1E+1000000000",
                "1E-1000000000",
                "0E-20",
                "0E+20",
                "-0.1",
                "9007199254740993",
                "0.1",
                "1E-101",
            })
    void a_decimal_number_keeps_every_digit_and_its_scale(String number) {
        OrderFilled event = new OrderFilled(new BigDecimal(number), 1);

        assertThat(decoded(event)).isEqualTo(event);
    }

    @Test
    void a_decimal_number_is_written_plainly() {
        Payload payload = codec.encode(new OrderFilled(new BigDecimal("0.0000000150"), Long.MIN_VALUE));

        assertThat(payload.text()).isEqualTo("{\"price\":0.0000000150,\"quantity\":-9223372036854775808}");
    }

    @Test
    void a_decimal_number_is_also_read_from_text() {
        Payload payload = Payload.json("{\"price\":\"10.50\",\"quantity\":1}");

        assertThat(codec.decode(EventType.of("order_filled"), payload))
                .containsExactly(new OrderFilled(new BigDecimal("10.50"), 1));
    }

    @Test
    void unknown_fields_are_ignored_whatever_they_hold() {
        Payload payload = Payload.json(
                "{\"x\":{\"price\":1,\"y\":[{}]},\"price\":10,\"z\":null,\"quantity\":1,\"@type\":\"java.io.File\"}");

        assertThat(codec.decode(EventType.of("order_filled"), payload))
                .containsExactly(new OrderFilled(BigDecimal.TEN, 1));
    }

    @Test
    void times_are_kept_to_the_microsecond() {
        OrderPlaced event = anyOrder();
        Instant fine = Instant.parse("2026-03-01T09:30:00.123456789Z");
        OrderPlaced finer = withTime(event, fine);

        assertThat(((OrderPlaced) decoded(finer)).at()).isEqualTo(Timestamps.normal(fine));
        assertThat(codec.encode(finer).text()).contains("\"at\":\"2026-03-01T09:30:00.123456Z\"");
    }

    @Test
    void types_are_named_after_their_records() {
        assertThat(codec.typeOf(OrderPlaced.class)).isEqualTo(EventType.of("order_placed"));
        assertThat(codec.typeOf(OrderCancelled.class)).isEqualTo(new EventType("order_gone", 3));
        assertThat(codec.eventClasses())
                .containsExactlyInAnyOrder(OrderPlaced.class, OrderFilled.class, OrderCancelled.class);
        assertThat(TypeNames.snakeCase("HTTPCallMade")).isEqualTo("http_call_made");
        assertThat(TypeNames.snakeCase("Level2Seen")).isEqualTo("level2_seen");
        assertThat(TypeNames.snakeCase("A")).isEqualTo("a");
    }

    @Test
    void one_codec_serves_many_threads() {
        List<OrderPlaced> events =
                IntStream.range(0, 500).mapToObj(i -> anyOrder()).toList();

        assertThat(IntStream.range(0, 64)
                        .parallel()
                        .boxed()
                        .flatMap(i -> events.stream().map(this::decoded)))
                .hasSize(64 * 500)
                .containsAll(events);
    }

    private Object decoded(OrderEvent event) {
        List<Object> events = codec.decode(codec.typeOf(event.getClass()), codec.encode(event));
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private OrderPlaced anyOrder() {
        return new OrderPlaced(
                anyText(),
                random.nextBoolean() ? Side.SELL : Side.BUY,
                anyPrice(),
                random.nextLong(),
                random.nextInt(),
                random.nextBoolean(),
                Double.longBitsToDouble(random.nextLong() & 0xFFEF_FFFF_FFFF_FFFFL),
                new BigInteger(random.nextInt(2000), random).negate(),
                Timestamps.ofMicros(random.nextLong() % 60_000_000_000_000_000L),
                random.nextBoolean() ? Optional.empty() : Optional.of(Duration.ofNanos(random.nextLong())),
                random.nextBoolean() ? null : anyText(),
                List.of(anyText(), anyText()),
                random.nextBoolean() ? Set.of(Side.SELL, Side.BUY) : Set.of(),
                anyShares(),
                LocalDate.ofEpochDay(random.nextInt(100_000)),
                (char) random.nextInt(0xD800));
    }

    private static OrderPlaced withTime(OrderPlaced order, Instant at) {
        return new OrderPlaced(
                order.orderId(),
                order.side(),
                order.price(),
                order.quantity(),
                order.lot(),
                order.hidden(),
                order.weight(),
                order.checksum(),
                at,
                order.goodFor(),
                order.note(),
                order.routes(),
                order.sides(),
                order.shares(),
                order.tradeDate(),
                order.marker());
    }

    private Price anyPrice() {
        return switch (random.nextInt(3)) {
            case 0 -> new Price.Market();
            case 1 -> Price.Auction.CLOSING;
            default -> new Price.Limit(anyDecimal());
        };
    }

    private BigDecimal anyDecimal() {
        return new BigDecimal(new BigInteger(random.nextInt(200), random), random.nextInt(80) - 20);
    }

    private Map<AccountId, BigDecimal> anyShares() {
        AccountId one = anyAccount();
        AccountId other = anyAccount();
        return Map.of(one, anyDecimal(), other, anyDecimal());
    }

    private AccountId anyAccount() {
        return new AccountId(new UUID(random.nextLong(), random.nextLong()));
    }

    private String anyText() {
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(20), 0, 0x11_0000)
                .map(c -> random.nextBoolean() ? c % 128 : c)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
