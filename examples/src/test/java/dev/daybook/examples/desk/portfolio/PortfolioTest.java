package dev.daybook.examples.desk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Daybook;
import dev.daybook.core.context.Context;
import dev.daybook.examples.desk.Side;
import dev.daybook.examples.desk.position.Direction;
import dev.daybook.examples.desk.position.Position;
import dev.daybook.examples.desk.position.PositionCommand.ClosePosition;
import dev.daybook.examples.desk.position.PositionCommand.OpenPosition;
import dev.daybook.examples.desk.position.PositionEvent;
import dev.daybook.examples.desk.trade.ExecuteTrade;
import dev.daybook.examples.desk.trade.Trade;
import dev.daybook.examples.desk.trade.TradeEvent;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.ports.storage.Storage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PortfolioTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T23:59:59Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-23");

    private final Storage storage = Storage.open("h2:mem:");
    private final Daybook daybook = Daybook.builder(storage, JacksonCodec.of(TradeEvent.class, PositionEvent.class))
            .closesStorage()
            .build();

    private void trade(String id, String symbol, String price) {
        ExecuteTrade trade =
                new ExecuteTrade("order_1", symbol, Side.BUY, BigDecimal.ONE, new BigDecimal(price), "exchange");
        daybook.repository(new Trade()).execute(id, trade, Context.by("alice"));
    }

    private void open(String id, String symbol, Direction direction, String quantity, String price) {
        OpenPosition position =
                new OpenPosition("wallet_1", symbol, direction, new BigDecimal(quantity), new BigDecimal(price));
        daybook.repository(new Position()).execute(id, position, Context.by("alice"));
    }

    private void close(String id, String price, Instant at) {
        daybook.repository(new Position())
                .execute(
                        id,
                        new ClosePosition(new BigDecimal(price)),
                        Context.by("alice").at(at));
    }

    @Test
    void profit_is_what_open_positions_would_bring_now_and_closed_ones_have_brought_each_day()
            throws InterruptedException {
        try (daybook;
                var holdings = daybook.projector(new Holdings()).start();
                var prices = daybook.projector(new Prices()).start()) {
            trade("trade_1", "BTC", "100");
            open("position_1", "BTC", Direction.LONG, "2", "100");
            open("position_2", "BTC", Direction.SHORT, "1", "110");
            open("position_3", "ETH", Direction.LONG, "5", "10");
            open("position_4", "BTC", Direction.LONG, "1", "90");
            open("position_5", "BTC", Direction.LONG, "1", "90");
            trade("trade_2", "BTC", "120");
            close("position_4", "95", MONDAY);
            close("position_5", "80", MONDAY.plusSeconds(1));
            for (var view : java.util.List.of(holdings, prices)) {
                assertThat(view.consumer().awaitPosition(storage.log().head(), Duration.ofMinutes(1)))
                        .isTrue();
                assertThat(view.verify()).isEmpty();
            }
            Portfolio portfolio = new Portfolio(holdings.view(), prices.view());

            assertThat(portfolio.open("BTC")).hasSize(2);
            assertThat(portfolio.unrealisedProfit("BTC").orElseThrow()).isEqualByComparingTo("30");
            assertThat(portfolio.unrealisedProfit("ETH")).isEmpty();
            assertThat(portfolio.profit(DAY, "BTC")).isEqualByComparingTo("5");
            assertThat(portfolio.profit(DAY.plusDays(1), "BTC")).isEqualByComparingTo("-10");
            assertThat(portfolio.profit(DAY, "ETH")).isZero();
        }
    }
}
