package dev.daybook.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.zaxxer.hikari.HikariDataSource;
import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.Criteria;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.SortKey;
import dev.daybook.ports.view.ViewRow;
import dev.daybook.ports.view.Views;
import dev.daybook.testkit.sample.Events;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A page in the middle of the log costs what its events cost, whatever stands on either side: the server itself counts the rows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class MariaDbPagesTest {

    private static final int EVENTS = 20_000;
    private static final int MIDDLE = EVENTS / 2;
    private static final int PAGE = 20;
    private static final int ROWS_OF_A_PAGE = 25 * PAGE;
    private static final Tag DESK = Tag.of("desk", "main");

    private final TestServer server = TestServer.mariadb();
    private final HikariDataSource pool = server.pool(8);
    private final Storage storage =
            server.builder(pool).schema(server.newSchema()).open();

    @BeforeAll
    void fill() {
        for (int half = 0; half < 2; half++) {
            storage.log()
                    .append(Append.of(IntStream.range(0, MIDDLE)
                            .mapToObj(event -> Events.event("order_1").tagged(DESK))
                            .toList()));
        }
    }

    @BeforeAll
    void fillView() {
        Lease lease =
                storage.consumers().claim("desks", "test", Optional.empty()).orElseThrow();
        for (int half = 0; half < 2; half++) {
            List<RowChange> rows = IntStream.rangeClosed(half * MIDDLE + 1, (half + 1) * MIDDLE)
                    .<RowChange>mapToObj(row -> new RowChange.Put("desks", row(row)))
                    .toList();
            assertThat(storage.consumers().commit(lease, new Progress(half, rows)))
                    .isTrue();
        }
    }

    private static ViewRow row(int number) {
        return new ViewRow("desk_%05d".formatted(number), number <= MIDDLE ? "a" : "b", Payload.json("{}"));
    }

    @AfterAll
    void end() {
        storage.close();
        pool.close();
        server.close();
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                        argumentSet("type", Query.types("order_placed")),
                        argumentSet("aggregate", Query.aggregate("order_1")),
                        argumentSet("tag", Query.tags(DESK)),
                        argumentSet("everything", Query.all()))
                .flatMap(query -> Stream.of(
                        argumentSet(
                                query.getName() + " forwards",
                                query.get()[0],
                                Range.all().after(MIDDLE)),
                        argumentSet(
                                query.getName() + " backwards",
                                query.get()[0],
                                Range.newestFirst().upTo(MIDDLE))));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_reads_few_rows_beside_its_own(Query query, Range range) throws SQLException {
        long before = rowsRead();
        List<StoredEvent> page = Events.read(storage.log(), query, range.limit(PAGE));
        assertThat(rowsRead() - before).isBetween((long) PAGE, (long) ROWS_OF_A_PAGE);
        int first = range.isForwards() ? MIDDLE + 1 : MIDDLE;
        assertThat(page).hasSize(PAGE).first().extracting(StoredEvent::position).isEqualTo((long) first);
    }

    /** Which of two indexes has fewer entries is looked at once: neither loses any. */
    @Test
    void the_next_page_of_two_frequent_things_reads_few_rows_beside_its_own() throws SQLException {
        Query both = Query.of(Criteria.any().aggregates("order_1").types("order_placed"));
        Range page = Range.newestFirst().limit(PAGE);
        List<StoredEvent> first = Events.read(storage.log(), both, page.upTo(MIDDLE));
        long before = rowsRead();
        List<StoredEvent> next = Events.read(storage.log(), both, page.upTo(MIDDLE - PAGE));
        assertThat(rowsRead() - before).isBetween((long) PAGE, (long) ROWS_OF_A_PAGE);
        assertThat(Stream.concat(first.stream(), next.stream()))
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(LongStream.range(0, 2 * PAGE)
                        .mapToObj(back -> MIDDLE - back)
                        .toList());
    }

    static Stream<Arguments> pagesOfRows() {
        ViewRow middle = row(MIDDLE);
        ViewRow later = row(MIDDLE + MIDDLE / 2);
        return Stream.of(
                argumentSet("by key", page(views -> views.page("desks", middle.key(), PAGE)), row(MIDDLE + 1)),
                argumentSet(
                        "sorted, from a value on",
                        page(views -> views.sorted("desks", SortKey.of(middle), "b", PAGE)),
                        row(MIDDLE + 1)),
                argumentSet(
                        "sorted, within a value",
                        page(views -> views.sorted("desks", SortKey.of(later), "b", PAGE)),
                        row(MIDDLE + MIDDLE / 2 + 1)));
    }

    private static Function<Views, List<ViewRow>> page(Function<Views, List<ViewRow>> page) {
        return page;
    }

    @ParameterizedTest
    @MethodSource("pagesOfRows")
    void a_page_of_a_view_reads_few_rows_beside_its_own(Function<Views, List<ViewRow>> ask, ViewRow first)
            throws SQLException {
        long before = rowsRead();
        List<ViewRow> page = ask.apply(storage.views());
        assertThat(rowsRead() - before).isBetween((long) PAGE, (long) ROWS_OF_A_PAGE);
        assertThat(page).hasSize(PAGE).first().isEqualTo(first);
    }

    /** Of the whole server, which nobody else asks. */
    private long rowsRead() throws SQLException {
        return server
                .query("select variable_value from information_schema.global_status where variable_name in"
                        + " ('HANDLER_READ_FIRST', 'HANDLER_READ_KEY', 'HANDLER_READ_NEXT', 'HANDLER_READ_PREV', 'HANDLER_READ_LAST',"
                        + " 'HANDLER_READ_RND', 'HANDLER_ICP_ATTEMPTS')")
                .stream()
                .mapToLong(Long::parseLong)
                .sum();
    }
}
