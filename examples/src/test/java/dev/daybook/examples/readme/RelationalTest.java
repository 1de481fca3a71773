package dev.daybook.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.daybook.core.Daybook;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.context.Context;
import dev.daybook.examples.desk.Side;
import dev.daybook.examples.desk.trade.ExecuteTrade;
import dev.daybook.examples.desk.trade.Trade;
import dev.daybook.examples.desk.trade.TradeEvent;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.jooq.RelationalStorage;
import dev.daybook.jooq.RelationalWork;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import dev.daybook.sqlite.SqliteStorage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelationalTest {

    @TempDir
    Path folder;

    // snippet:work
    /** A table of trades, for people who ask in SQL. */
    static final class TradeTable implements RelationalWork {

        static final Table<Record> TRADES = table(name("desk_trade"));
        static final Field<Long> POSITION = field(name("position"), BIGINT.notNull());
        static final Field<String> TRADE = field(name("trade"), VARCHAR(255).notNull());

        @Override
        public void prepare(DSLContext sql) {
            sql.createTableIfNotExists(TRADES)
                    .columns(POSITION, TRADE)
                    .primaryKey(POSITION)
                    .execute();
        }

        @Override
        public void apply(DSLContext sql, StoredEvent event) {
            sql.insertInto(TRADES, POSITION, TRADE)
                    .values(event.position(), event.aggregateId())
                    .execute();
        }
    }
    // end

    @Test
    void tables_of_ones_own_are_kept_by_the_log() throws InterruptedException {
        RelationalStorage storage = SqliteStorage.open(folder.resolve("desk.db"));
        var codec = JacksonCodec.of(TradeEvent.class);
        try (var daybook = Daybook.builder(storage, codec).closesStorage().build()) {
            var trades = daybook.repository(new Trade());
            var buy = new ExecuteTrade("order_1", "BTC", Side.BUY, BigDecimal.TWO, BigDecimal.TEN, "exchange");
            trades.execute("trade_1", buy, Context.by("alice"));
            // snippet:relational
            try (var table = storage.relationalView("desk_trades", new TradeTable());
                    var consumer = daybook.consumer(
                            table.name(), Query.types("trade_executed"), table::handle, ConsumerSettings.standard())) {
                consumer.start();
                consumer.awaitPosition(storage.log().head(), Duration.ofSeconds(30));
            }
            // end
            assertThat(rows(storage)).isEqualTo(1);
        }
    }

    private static long rows(RelationalStorage storage) {
        AtomicLong rows = new AtomicLong();
        storage.relationalView("count", new RelationalWork() {
                    @Override
                    public void prepare(DSLContext sql) {
                        rows.set(sql.select(count())
                                .from(TradeTable.TRADES)
                                .fetchSingle()
                                .value1());
                    }

                    @Override
                    public void apply(DSLContext sql, StoredEvent event) {
                        // Only the number is asked for.
                    }
                })
                .close();
        return rows.get();
    }
}
