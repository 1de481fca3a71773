package dev.daybook.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Daybook;
import dev.daybook.core.context.Context;
import dev.daybook.examples.desk.Side;
import dev.daybook.examples.desk.trade.ExecuteTrade;
import dev.daybook.examples.desk.trade.Trade;
import dev.daybook.examples.desk.trade.TradeEvent;
import dev.daybook.examples.desk.volume.Volumes;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.sqlite.SqliteStorage;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InlineTest {

    @TempDir
    Path folder;

    @Test
    void an_append_is_in_an_inline_view_at_once() {
        var storage = SqliteStorage.open(folder.resolve("desk.db"));
        var codec = JacksonCodec.of(TradeEvent.class);
        try (var daybook = Daybook.builder(storage, codec).closesStorage().build()) {
            var trades = daybook.repository(new Trade());
            var buy = new ExecuteTrade("order_1", "BTC", Side.BUY, BigDecimal.TWO, BigDecimal.TEN, "exchange");
            // snippet:inline
            try (var volumes = daybook.inlineProjector(new Volumes()).start()) {
                trades.execute("trade_1", buy, Context.by("alice"));
                assertThat(volumes.view().find("BTC").orElseThrow().trades()).isEqualTo(1);
            }
            // end
        }
    }
}
