package dev.daybook.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Daybook;
import dev.daybook.core.context.Context;
import dev.daybook.core.projection.View;
import dev.daybook.examples.desk.Side;
import dev.daybook.examples.desk.trade.ExecuteTrade;
import dev.daybook.examples.desk.trade.Trade;
import dev.daybook.examples.desk.trade.TradeEvent;
import dev.daybook.examples.desk.volume.Volume;
import dev.daybook.examples.desk.volume.Volumes;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.sqlite.SqliteStorage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowingTest {

    @TempDir
    Path folder;

    @Test
    void a_view_follows_the_log() throws InterruptedException {
        var storage = SqliteStorage.open(folder.resolve("desk.db"));
        var codec = JacksonCodec.of(TradeEvent.class);
        try (var daybook = Daybook.builder(storage, codec).closesStorage().build()) {
            var trades = daybook.repository(new Trade());
            var buy = new ExecuteTrade("order_1", "BTC", Side.BUY, BigDecimal.TWO, BigDecimal.TEN, "exchange");
            // snippet:following
            try (var volumes = daybook.projector(new Volumes()).start()) {
                trades.execute("trade_1", buy, Context.by("alice"));

                // Read your own write: waits until the view has seen the log up to here.
                volumes.consumer().awaitPosition(storage.log().head(), Duration.ofSeconds(30));
                View<Volume> view = volumes.view();
                assertThat(view.find("BTC").orElseThrow().trades()).isEqualTo(1);

                assertThat(volumes.consumer().health().isHealthy()).isTrue(); // and tells in words what is wrong if not
                assertThat(volumes.verify()).isEmpty(); // the keys whose rows are not what the log says
            }
            // end
            assertThat(value(daybook)).isEqualByComparingTo("20");
        }
    }

    private static BigDecimal value(Daybook daybook) {
        try (var volumes = daybook.projector(new Volumes())) {
            return volumes.view().find("BTC").orElseThrow().value();
        }
    }
}
