package dev.daybook.jackson;

import dev.daybook.ports.event.EventName;
import dev.daybook.ports.event.Sensitive;
import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events and states of every shape. */
final class Samples {

    private Samples() {}

    enum Side {
        BUY,
        SELL
    }

    record AccountId(UUID value) {}

    sealed interface Price {
        record Limit(BigDecimal at) implements Price {}

        record Market() implements Price {}

        enum Auction implements Price {
            OPENING,
            CLOSING
        }
    }

    sealed interface OrderEvent {}

    record OrderPlaced(
            String orderId,
            Side side,
            Price price,
            long quantity,
            int lot,
            boolean hidden,
            double weight,
            BigInteger checksum,
            Instant at,
            Optional<Duration> goodFor,
            @Nullable String note,
            List<String> routes,
            Set<Side> sides,
            Map<AccountId, BigDecimal> shares,
            LocalDate tradeDate,
            char marker)
            implements OrderEvent {}

    record OrderFilled(BigDecimal price, long quantity) implements OrderEvent {}

    @EventName(value = "order_gone", version = 3)
    record OrderCancelled(String reason) implements OrderEvent {}

    record Signed(String by, @Sensitive String key, List<Owner> owners) {}

    record Owner(@Sensitive String name, int age) {}

    sealed interface Book {
        record Empty() implements Book {}

        record Open(
                Vector<Level> levels,
                HashMap<String, Long> totals,
                LinkedHashMap<AccountId, Side> last,
                io.vavr.collection.Set<String> halted,
                Option<Instant> since,
                Option<String> none)
                implements Book {}
    }

    record Level(BigDecimal price, io.vavr.collection.List<Long> quantities) {}

    record Tree(String name, List<Tree> children) {}

    record Pair<A, B>(A one, B other) {}

    record Pairs(Pair<String, Long> first, Pair<Long, String> second, List<Pair<Side, Side>> more) {}
}
