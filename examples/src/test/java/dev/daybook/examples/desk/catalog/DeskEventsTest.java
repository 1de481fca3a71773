package dev.daybook.examples.desk.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.examples.desk.DeskEvent;
import dev.daybook.examples.desk.Side;
import dev.daybook.examples.desk.order.OrderEvent.OrderCancelled;
import dev.daybook.examples.desk.order.OrderEvent.OrderFilled;
import dev.daybook.examples.desk.order.OrderEvent.OrderPlaced;
import dev.daybook.examples.desk.position.Direction;
import dev.daybook.examples.desk.position.PositionEvent.PositionClosed;
import dev.daybook.examples.desk.position.PositionEvent.PositionOpened;
import dev.daybook.examples.desk.setting.SettingEvent.SettingChanged;
import dev.daybook.examples.desk.trade.TradeEvent.TradeExecuted;
import dev.daybook.examples.desk.wallet.WalletEvent.BalanceChanged;
import dev.daybook.examples.desk.wallet.WalletEvent.WalletConnected;
import dev.daybook.examples.desk.wallet.WalletEvent.WalletDisconnected;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeskEventsTest {

    @Test
    void there_are_ten() {
        assertThat(DeskEvents.classes().stream().flatMap(type -> Stream.of(type.getPermittedSubclasses())))
                .extracting(Class::getSimpleName)
                .containsExactlyInAnyOrder(
                        "OrderPlaced",
                        "OrderFilled",
                        "OrderCancelled",
                        "PositionOpened",
                        "PositionClosed",
                        "BalanceChanged",
                        "SettingChanged",
                        "WalletConnected",
                        "WalletDisconnected",
                        "TradeExecuted");
    }

    @Test
    void each_describes_itself_in_a_sentence() {
        assertThat(sentence(new OrderPlaced("wallet_a", "AMZN", Side.BUY, n("100"), n("10.50"))))
                .isEqualTo("order to buy 100 AMZN at 10.50 or better, settled in wallet_a");
        assertThat(sentence(new OrderFilled("trade_1", n("40"), n("10.40"), n("60"))))
                .isEqualTo("filled 40 at 10.40 by trade_1, 60 left");
        assertThat(sentence(new OrderCancelled(n("60"), "end of day"))).isEqualTo("cancelled with 60 left: end of day");
        assertThat(sentence(new PositionOpened("wallet_a", "AMZN", Direction.SHORT, n("5"), n("10"))))
                .isEqualTo("short position of 5 AMZN opened at 10 for wallet_a");
        assertThat(sentence(new PositionClosed(n("11"), n("-5")))).isEqualTo("position closed at 11 with a loss of 5");
        assertThat(sentence(new BalanceChanged("USD", n("5"), n("15"), "deposit")))
                .isEqualTo("+5 USD (deposit), balance 15");
        assertThat(sentence(new SettingChanged("trading", "open", "closed")))
                .isEqualTo("setting trading changed from open to closed");
        assertThat(sentence(new WalletConnected("Alice", "bank"))).isEqualTo("wallet of Alice connected through bank");
        assertThat(sentence(new WalletDisconnected("account closed"))).isEqualTo("wallet disconnected: account closed");
        assertThat(sentence(new TradeExecuted("order_1", "AMZN", Side.BUY, n("2"), n("3"), n("6"), "NSDQ")))
                .isEqualTo("bought: 2 AMZN at 3, together 6, with NSDQ");
    }

    private static String sentence(DeskEvent event) {
        return event.describe();
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }
}
