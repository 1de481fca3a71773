package dev.daybook.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.examples.exchange.order.ExchangeOrderEvent;
import dev.daybook.examples.exchange.order.ExchangeOrderEvent.LimitOrderExecuted;
import dev.daybook.examples.exchange.trade.ExchangeTradeEvent;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Storage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayExchangeTest {

    /** Two new orders, a part of one executed and the rest deleted, one resting before, a hidden execution and a cross. */
    private static final List<String> DAY = List.of(
            "34200.000376608,5,0,10,33578400,1,null",
            "34200.000376608,4,7,60,33585400,-1,null",
            "34200.1,1,11,100,33585400,-1,UBSS",
            "34200.1,1,12,50,33585300,1,null",
            "34200.2,4,11,30,33585400,-1,null",
            "34200.2,2,11,20,33585400,-1,null",
            "34200.3,3,11,50,33585400,-1,null",
            "34201,6,-1,500,33552100,-1,null",
            "34201,4,7,5,33585400,-1,null",
            "34202.999999999,4,12,20,33585300,1,null");

    @TempDir
    private Path folder;

    @Test
    void every_message_is_recorded_once_and_accounted_for() throws IOException {
        Commands first = replay(file(DAY));
        assertThat(first.err()).isEmpty();
        assertThat(first.code()).isZero();
        assertThat(first.out())
                .contains("stored 12 events of 10 messages")
                .contains("10 of 10")
                .contains("placed = executed + cancelled + still resting")
                .containsPattern("events/s")
                .doesNotContain("\u001b");
        assertThat(first.out()).containsPattern("4 +execution +4 +4 +ok").containsPattern("still resting +1\n");
    }

    @Test
    void a_second_run_stores_nothing() throws IOException {
        Path file = file(DAY);
        replay(file);
        Commands second = replay(file);
        assertThat(second.code()).isZero();
        assertThat(second.out()).contains("stored 0").contains("10 of 10");
        assertThat(log()).hasSize(12);
    }

    @Test
    void the_log_is_in_the_order_of_the_file_with_its_times() throws IOException {
        replay(file(DAY));
        assertThat(log())
                .extracting(event -> event.aggregateId() + " " + event.type())
                .containsExactly(
                        "feed_amzn_20210412 feed_opened",
                        "trade_amzn_20210412_1 hidden_order_executed",
                        "order_amzn_20210412_7 resting_order_seen",
                        "order_amzn_20210412_7 limit_order_executed",
                        "order_amzn_20210412_11 limit_order_accepted",
                        "order_amzn_20210412_12 limit_order_accepted",
                        "order_amzn_20210412_11 limit_order_executed",
                        "order_amzn_20210412_11 limit_order_reduced",
                        "order_amzn_20210412_11 limit_order_deleted",
                        "trade_amzn_20210412_8 cross_traded",
                        "order_amzn_20210412_7 limit_order_executed",
                        "order_amzn_20210412_12 limit_order_executed");
        assertThat(log().get(1).timestamp()).isEqualTo(Instant.parse("2021-04-12T13:30:00.000376Z"));
        assertThat(log().getLast().payload().text()).contains("34202.999999999").contains("\"remaining\":30");
    }

    @Test
    void ids_of_events_are_the_same_in_every_database() throws IOException {
        Path file = file(DAY);
        replay(file);
        List<java.util.UUID> ids = log().stream().skip(1).map(StoredEvent::id).toList();
        Files.delete(database());
        replay(file);
        assertThat(log().stream().skip(1).map(StoredEvent::id)).containsExactlyElementsOf(ids);
        assertThat(ids).allMatch(id -> id.version() == 7 && id.variant() == 2);
    }

    @Test
    void a_broken_run_is_gone_on_with() throws IOException {
        Path whole = file(DAY);
        replay(whole);
        List<NewEvent> half = log().stream().limit(6).map(StoredEvent::event).toList();
        Files.delete(database());
        try (Storage storage = Storage.open("sqlite:" + database())) {
            storage.log().append(Append.of(half));
        }
        Commands rest = replay(whole);
        assertThat(rest.code()).isZero();
        assertThat(rest.out()).contains("stored 6 events of 6 messages").contains("10 of 10");
    }

    @Test
    void line_ends_of_windows_and_a_missing_one_at_the_end_are_taken() throws IOException {
        Path file = folder.resolve("amzn-2021-04-12.csv");
        Files.writeString(file, String.join("\r\n", DAY));
        assertThat(replay(file).out()).contains("10 of 10");
    }

    @Test
    void an_empty_file_has_nothing_to_record() throws IOException {
        Commands result = replay(file(List.of()));
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("0 of 0")
                .contains("stored 0: there is no message in the file")
                .doesNotContain("before (");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "34202,1,13,5,100|has 5 columns, expected 7",
                "34202,7,13,5,100,1,null|has type 7 in column 2, expected a number from 1 to 6",
                "noon,1,13,5,100,1,null|has time noon in column 1",
                "86400,1,13,5,100,1,null|has time 86400 in column 1, expected seconds after midnight, below 86400",
                "34199.9,1,13,5,100,1,null|has time 34199.9, which is before the line above it",
                "34202,1,x,5,100,1,null|has x in column 3, expected an order id",
                "34202,1,0,5,100,1,null|has 0 in column 3, expected an order id of at least 1",
                "34202,1,13,0,100,1,null|has 0 in column 4, expected a number of shares of at least 1",
                "34202,1,13,5,1e3,1,null|has 1e3 in column 5, expected a price",
                "34202,1,13,5,100,0,null|has direction 0 in column 6, expected 1 for buy or -1 for sell",
                "34202,1,11,5,100,1,null|(new limit order of order 11) cannot be: its id was given to another order in"
                        + " line 3",
                "34202,4,11,5,33585400,-1,null|(execution of order 11) cannot be: the order left the book in line 7",
                "34202,4,12,51,33585300,1,null|it takes 51 shares, but 50 are left",
                "34202,2,12,51,33585300,1,null|it takes 51 shares, but 50 are left",
                "34202,3,12,49,33585300,1,null|it deletes 49 shares, but 50 are left",
                "34202,4,12,5,33585300,-1,null|the order is to buy at 3358.5300 since line 4"
            })
    void a_line_that_cannot_be_is_named_and_nothing_is_stored(String line, String wrong) throws IOException {
        Path file = file(Stream.concat(DAY.stream().limit(9), Stream.of(line)).toList());
        Commands result = replay(file);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("daybook: " + file + ", line 10 ")
                .contains(wrong)
                .hasLineCount(1);
        assertThat(database()).doesNotExist();
    }

    @Test
    void an_empty_line_is_named() throws IOException {
        assertThat(replay(file(List.of(DAY.getFirst(), "", DAY.getLast()))).err())
                .contains("line 2 has nothing in it");
    }

    @Test
    void a_file_that_is_not_there_or_not_text_is_named() throws IOException {
        Path missing = folder.resolve("amzn-2021-04-12.csv");
        assertThat(replay(missing).err())
                .isEqualToIgnoringNewLines("daybook: " + missing + ": there is no such file; check the path");
        assertThat(replay(folder.resolve("nope.csv")).err())
                .contains("nope.csv: there is no such file; check the path");
        assertThat(replay(folder).err()).contains(": it is a folder; name a file in it");
        Files.write(missing, new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        assertThat(replay(missing).err()).contains("it is not text");
    }

    @Test
    void the_day_comes_from_the_name_or_the_option_and_is_missed() throws IOException {
        Path file = folder.resolve("messages.csv");
        Files.write(file, DAY);
        Commands missed = replay(file);
        assertThat(missed.code()).isEqualTo(2);
        assertThat(missed.err()).contains("give the day with --date YYYY-MM-DD").hasLineCount(1);
        Commands given = Commands.run(
                "replay-exchange",
                file.toString(),
                "--db",
                database().toString(),
                "--date",
                "2021-12-13",
                "--symbol",
                "AMZN");
        assertThat(given.code()).isZero();
        assertThat(log().get(1).timestamp()).isEqualTo(Instant.parse("2021-12-13T14:30:00.000376Z"));
    }

    @Test
    void another_file_of_the_same_day_is_refused() throws IOException {
        replay(file(DAY));
        Commands other = replay(file(DAY.subList(0, 5)));
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.err()).contains("name another database with --db").hasLineCount(1);
        assertThat(log()).hasSize(12);
    }

    @Test
    void a_log_that_tells_something_else_fails_the_proof_and_the_order_is_named() throws IOException {
        Path file = file(DAY);
        replay(file);
        JacksonCodec codec = JacksonCodec.of(ExchangeOrderEvent.class, ExchangeTradeEvent.class);
        try (Storage storage = Storage.open("sqlite:" + database())) {
            LimitOrderExecuted made = new LimitOrderExecuted(11, "34203", 5, new BigDecimal("3358.5300"), 30L, null);
            storage.log()
                    .append(Append.of(NewEvent.of(
                            new EventIds().next(),
                            "order_amzn_20210412_12",
                            codec.typeOf(LimitOrderExecuted.class),
                            codec.encode(made),
                            Instant.parse("2021-04-12T13:30:03Z"))));
        }
        Commands result = replay(file);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("order_amzn_20210412_12: placed 50, but executed 25 + cancelled 0 + still resting 30 = 55");
    }

    private Commands replay(Path file) {
        return Commands.run(
                "replay-exchange", file.toString(), "--db", database().toString());
    }

    private Path database() {
        return folder.resolve("exchange.db");
    }

    private Path file(List<String> lines) throws IOException {
        return Files.write(folder.resolve("nasdaq-amzn-2021-04-12-messages.csv"), lines);
    }

    private List<StoredEvent> log() {
        try (Storage storage = Storage.open("sqlite:" + database());
                Stream<StoredEvent> events = storage.log().read(Query.all(), Range.all()).stream()) {
            return events.toList();
        }
    }
}
