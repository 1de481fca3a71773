package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.core.consumer.ConsumerParts;
import dev.daybook.core.consumer.Leases;
import dev.daybook.core.projection.InlineProjector;
import dev.daybook.core.projection.Projection;
import dev.daybook.core.projection.Recorded;
import dev.daybook.core.projection.View;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.Stretch;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.view.InlineViewException;
import dev.daybook.testkit.memory.InMemoryStorage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Views that are changed in the append's own step. */
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test
abstract class InlineContract extends ViewSuite {

    private static final int WRITERS = 6;
    private static final int APPENDS = 25;

    /** Gives other states than the projection of which it has name and version. */
    private static final class Doubled extends Holdings {
        @Override
        public Held apply(Held state, Recorded<Traded> event) {
            return new Held(state.quantity() + 2 * event.event().quantity(), state.trades() + 1);
        }
    }

    private InlineProjector<Held, Traded> inline;

    @BeforeEach
    void make_the_inline_projector() {
        inline = inline(new Holdings());
    }

    @AfterEach
    void stop_the_inline_projector() {
        inline.close();
    }

    private InlineProjector<Held, Traded> inline(Projection<Held, Traded> projection) {
        return new InlineProjector<>(projection, codec, parts(leases));
    }

    private Map<String, Held> rows() {
        return inline.view().page("", 1_000).stream().collect(Collectors.toMap(View.Entry::key, View.Entry::state));
    }

    private void assertIsTheLog() {
        assertThat(inline.isCurrent()).isTrue();
        assertThat(rows()).isEqualTo(inline.at(log().head()));
        assertThat(inline.verify()).isEmpty();
    }

    private void assertIsRefused(NewEvent... events) {
        assertThatThrownBy(() -> log().append(Append.of(events)))
                .isInstanceOfSatisfying(
                        InlineViewException.class,
                        refusal -> assertThat(refusal.view()).isEqualTo("holdings@1/inline"))
                .hasMessageContainingAll("nothing was stored", "holdings@1/inline", "too little");
    }

    @Test
    void whoever_has_appended_reads_it_at_once() {
        inline.start();
        for (int n = 1; n <= 20; n++) {
            append(traded("btc", 2), traded("eth", 1), Samples.event("order_1"), traded("btc", 3));
            assertThat(inline.view().find("btc")).hasValue(new Held(5L * n, 2 * n));
            assertThat(inline.view().find("eth")).hasValue(new Held(n, n));
        }
        append(Samples.event("order_1"));
        assertIsTheLog();
    }

    @Test
    void a_conflict_and_a_repeated_append_leave_log_and_view_alone() {
        inline.start();
        NewEvent first = traded("btc", 5);
        append(first);
        Condition condition = Condition.mustNotExist(first.aggregateId());
        assertThat(log().append(Append.of(traded("btc", 7)).onlyIf(condition)))
                .isInstanceOf(AppendResult.Conflict.class);
        assertThat(log().append(Append.of(first))).isInstanceOf(AppendResult.AlreadyStored.class);
        assertThat(inline.view().find("btc")).hasValue(new Held(5, 1));
        trade("btc", 1);
        assertThat(inline.view().find("btc")).hasValue(new Held(6, 2));
        assertIsTheLog();
    }

    @Test
    void an_append_that_cannot_be_folded_is_refused_and_leaves_nothing() {
        inline.start();
        trade("btc", 5);
        assertIsRefused(traded("btc", 1), traded("btc", Long.MIN_VALUE), traded("eth", 1));
        assertThat(log().head()).isEqualTo(1);
        assertThat(inline.view().find("btc")).hasValue(new Held(5, 1));
        trade("btc", 2);
        assertThat(inline.view().find("btc")).hasValue(new Held(7, 2));
        assertThat(all()).extracting(StoredEvent::sequence).containsExactly(1L, 2L);
        assertIsTheLog();
    }

    @Test
    void several_writers_at_once_each_read_what_they_have_appended_and_harm_nobody() {
        inline.start();
        AtomicInteger refused = new AtomicInteger();
        Crew.of(Crew.VIRTUAL, WRITERS, number -> {
                    for (int n = 1; n <= APPENDS; n++) {
                        if (n % 5 == 0) {
                            assertIsRefused(traded("own_" + number, 1), traded("all", Long.MIN_VALUE));
                            refused.incrementAndGet();
                        }
                        append(traded("own_" + number, n), traded("all", 1));
                        assertThat(inline.view().find("own_" + number)).hasValue(new Held(n * (n + 1L) / 2, n));
                    }
                })
                .join();
        assertThat(refused).hasValue(WRITERS * APPENDS / 5);
        assertThat(inline.view().find("all")).hasValue(new Held((long) WRITERS * APPENDS, WRITERS * APPENDS));
        assertThat(log().head()).isEqualTo(2L * WRITERS * APPENDS);
        assertIsTheLog();
    }

    @Test
    void it_begins_with_what_is_in_the_log_while_others_write() {
        for (int n = 0; n < 3; n++) {
            append(IntStream.range(0, 800)
                    .mapToObj(i -> traded("s" + i % 20, 1))
                    .toList());
        }
        Crew writers = Crew.of(Crew.VIRTUAL, 2, number -> {
            for (int n = 0; n < APPENDS; n++) {
                trade("w" + number, 1);
            }
        });
        inline.start();
        assertThat(inline.isCurrent()).isTrue();
        assertThat(inline.verify()).isEmpty();
        writers.join();
        assertIsTheLog();
    }

    @Test
    void what_was_appended_while_nobody_kept_it_is_folded_when_it_is_started_again() {
        inline.start();
        trade("btc", 5);
        inline.close();
        trade("btc", 7);
        assertThat(inline.isCurrent()).isFalse();
        assertThat(inline.view().find("btc")).hasValue(new Held(5, 1));
        reopen();
        trade(fixture().isPersistent() ? 10 : 0);
        inline = inline(new Holdings()).start();
        trade("eth", 1);
        assertIsTheLog();
        assertThat(inline.view().find("btc").isPresent()).isEqualTo(fixture().isPersistent());
    }

    @Test
    void what_another_appends_without_keeping_it_is_folded_by_the_next_append_of_one_which_does() throws Exception {
        inline.start();
        trade("btc", 5);
        inOther(other -> other.log().append(Append.of(traded("btc", 7), traded("eth", 1))));
        trade("eth", 1);
        assertIsTheLog();
        inOther(other -> other.log().append(Append.of(traded("btc", 7))));
        inline.catchUp();
        assertIsTheLog();
        assertThat(log().head()).isEqualTo(fixture().isPersistent() ? 5 : 2);
    }

    @Test
    void nothing_is_appended_while_an_event_that_another_has_appended_cannot_be_folded() throws Exception {
        inline.start();
        trade("btc", 5);
        inOther(other -> other.log().append(Append.of(traded("btc", Long.MIN_VALUE))));
        boolean sees = fixture().isPersistent() && !fixture().isExclusive();
        if (sees) {
            assertIsRefused(traded("eth", 1));
            assertThat(log().head()).isEqualTo(2);
            assertThatThrownBy(inline::catchUp).isInstanceOf(InlineViewException.class);
            inline.close();
        }
        trade("eth", 1);
        assertThat(inline.view().find("btc")).hasValue(new Held(5, 1));
    }

    /** Runs what another storage of the same log does; in memory it has a log of its own. */
    private void inOther(Use use) throws Exception {
        if (fixture().isExclusive()) {
            inline.close();
        }
        whileOthersMayOpen(() -> {
            try (Storage other = fixture().open(folder, clock)) {
                use.by(other);
            }
        });
        if (fixture().isExclusive()) {
            restart();
        }
    }

    /** With the storage that was opened again; what cannot be folded is told by the next append elsewhere, and here at once. */
    private void restart() {
        inline = inline(new Holdings());
        try {
            inline.start();
        } catch (InlineViewException refusal) {
            assertThat(refusal).hasMessageContainingAll("folded up to position 1 only", "too little");
        }
    }

    private interface Use {
        void by(Storage other) throws Exception;
    }

    @Test
    void two_storages_of_one_log_keep_one_view() {
        inline.start();
        if (!fixture().isPersistent() || fixture().isExclusive()) {
            assertThatThrownBy(() -> inline(new Holdings()).start())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("kept inline already");
            return;
        }
        try (Storage other = fixture().open(folder, clock);
                Leases own = new Leases(other.consumers());
                InlineProjector<Held, Traded> second =
                        new InlineProjector<>(new Holdings(), codec, new ConsumerParts(other, codec, own, clock))) {
            second.start();
            Crew.of(Crew.PLATFORM, 4, number -> {
                        Storage mine = number % 2 == 0 ? storage : other;
                        View<Held> view = number % 2 == 0 ? inline.view() : second.view();
                        for (int n = 1; n <= APPENDS; n++) {
                            Results.stored(mine.log()
                                    .append(Append.of(List.of(traded("own_" + number, 1), traded("all", 1)))));
                            assertThat(view.find("own_" + number)).hasValue(new Held(n, n));
                        }
                    })
                    .join();
            assertThat(second.view().find("all")).hasValue(new Held(4L * APPENDS, 4 * APPENDS));
        }
        assertIsTheLog();
    }

    @Test
    void an_event_of_the_log_that_cannot_be_folded_is_named_at_the_start_and_appends_go_on() {
        trade("btc", 5);
        trade("btc", Long.MIN_VALUE);
        assertThatThrownBy(inline::start)
                .isInstanceOf(InlineViewException.class)
                .hasMessageContainingAll("holdings@1/inline", "position 2", "too little");
        trade("btc", 1);
        assertThat(log().head()).isEqualTo(3);
    }

    @Test
    void history_of_another_log_that_is_taken_is_folded_too() {
        inline.start();
        List<StoredEvent> history;
        try (Storage source = new InMemoryStorage(clock)) {
            source.log()
                    .append(Append.of(IntStream.range(0, 30)
                            .mapToObj(n -> traded("s" + n % 3, n + 1))
                            .toList()));
            history = source.log().read(Query.all(), Range.all()).stream().toList();
        }
        storage.continuation().take(new Stretch(history));
        assertThat(rows()).hasSize(3);
        assertIsTheLog();
    }

    @Test
    void code_that_would_give_other_states_is_refused_and_the_keys_are_named() {
        inline.start();
        trade("btc", 5);
        inline.close();
        assertThatThrownBy(() -> inline(new Doubled()).start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("holdings", "btc", "version()");
        inline = inline(new Holdings()).start();
        assertIsTheLog();
    }
}
