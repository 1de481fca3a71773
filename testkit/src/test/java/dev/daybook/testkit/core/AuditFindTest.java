package dev.daybook.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.core.audit.AuditEntry;
import dev.daybook.core.audit.AuditFilter;
import dev.daybook.core.audit.AuditTrail;
import dev.daybook.core.audit.Page;
import dev.daybook.core.context.Context;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.export.ExportWriter;
import dev.daybook.testkit.core.Account.Command;
import dev.daybook.testkit.core.Account.Event;
import dev.daybook.testkit.core.Account.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AuditFindTest {

    private static final AuditFilter EVERYTHING = AuditFilter.everything();

    private final Bank bank = new Bank();
    private final AuditTrail trail = bank.daybook.auditTrail();

    @Test
    void the_newest_come_first_unless_the_oldest_are_asked_for() {
        deposits(3);

        assertThat(positions(trail.find(EVERYTHING))).containsExactly(3L, 2L, 1L);
        assertThat(positions(trail.find(EVERYTHING.oldestFirst()))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void each_part_of_a_filter_narrows_it() {
        Instant noon = Instant.parse("2026-01-01T12:00:00Z");
        bank.depositAt("a1", 10, noon);
        bank.depositAt("a2", 10, noon.plusSeconds(1));
        var unused = bank.accounts.execute(
                "a1",
                new Command.Withdraw(4),
                Context.by("bob").correlatedWith("job").at(noon.plusSeconds(2)));

        assertThat(positions(trail.find(EVERYTHING.aggregates("a1")))).containsExactly(3L, 1L);
        assertThat(positions(trail.find(EVERYTHING.types("deposited")))).containsExactly(2L, 1L);
        assertThat(positions(trail.find(EVERYTHING.actor("bob")))).containsExactly(3L);
        assertThat(positions(trail.find(EVERYTHING.correlation("job").actor("bob"))))
                .containsExactly(3L);
        assertThat(positions(trail.find(EVERYTHING.correlation("job").actor("alice"))))
                .isEmpty();
        assertThat(positions(trail.find(EVERYTHING.tags(Tag.of("flow", "out")))))
                .containsExactly(3L);
        assertThat(positions(trail.find(EVERYTHING.from(noon.plusSeconds(1))))).containsExactly(3L, 2L);
        assertThat(positions(trail.find(EVERYTHING.to(noon.plusSeconds(1))))).containsExactly(2L, 1L);
        assertThat(positions(trail.find(EVERYTHING.from(noon.plusSeconds(1)).to(noon.plusSeconds(1)))))
                .containsExactly(2L);
        assertThat(positions(trail.find(EVERYTHING.aggregates("a1").types("deposited"))))
                .containsExactly(1L);
    }

    @Test
    void a_text_is_found_in_payloads_upper_and_lower_case_alike() {
        noise("The QUICK fox");
        noise("slow");
        noise("größer");
        noise("quic");
        noise("");

        assertThat(positions(trail.find(EVERYTHING.text("quick")))).containsExactly(1L);
        assertThat(positions(trail.find(EVERYTHING.text("fox")))).containsExactly(1L);
        assertThat(positions(trail.find(EVERYTHING.text("GRÖ")))).containsExactly(3L);
        assertThat(positions(trail.find(EVERYTHING.text("foxes")))).isEmpty();
        assertThat(positions(trail.find(EVERYTHING.text("")))).hasSize(5);
        assertThat(positions(trail.find(EVERYTHING.text("q").limit(1).offset(1))))
                .containsExactly(1L);
    }

    @Test
    void who_may_not_see_a_text_does_not_find_it() {
        noise("secret");
        noise("open");

        Page page = trail.find(EVERYTHING.text("secret"), AuditFindTest::blank, Duration.ofMinutes(1));
        assertThat(page.entries()).isEmpty();
        assertThat(page.next()).isEmpty();
        assertThat(trail.find(EVERYTHING, AuditFindTest::blank, Duration.ofMinutes(1))
                        .entries()
                        .getFirst()
                        .event())
                .as("the event as it is")
                .isEqualTo(trail.find(EVERYTHING).entries().getFirst().event());
        assertThat(trail.export(EVERYTHING.text("secret"), AuditFindTest::blank, writer(event -> {})))
                .isZero();
        assertThat(trail.export(EVERYTHING.text("secret"), writer(event -> {}))).isOne();
    }

    @Test
    void who_has_no_patience_is_told_how_to_go_on_and_finds_everything_in_the_end() {
        for (int i = 0; i < 5; i++) {
            noise(i % 2 == 0 ? "wanted" : "other");
        }
        AuditFilter filter = EVERYTHING.text("wanted");
        List<Long> seen = new ArrayList<>();
        int pages = 1;
        Page page = trail.find(filter, UnaryOperator.identity(), Duration.ZERO);
        seen.addAll(positions(page));
        while (page.next().isPresent()) {
            page = trail.find(filter.page(page.next().get()), UnaryOperator.identity(), Duration.ZERO);
            seen.addAll(positions(page));
            pages++;
        }

        assertThat(seen).containsExactly(5L, 3L, 1L);
        assertThat(pages).as("one event is looked at in each").isEqualTo(5);
        assertThat(positions(trail.find(EVERYTHING, UnaryOperator.identity(), Duration.ZERO)))
                .as("without a text nothing is searched")
                .hasSize(5);
    }

    private static StoredEvent blank(StoredEvent stored) {
        NewEvent event = stored.event();
        NewEvent blank =
                NewEvent.of(event.id(), event.aggregateId(), event.type(), Payload.json("{}"), event.timestamp());
        return new StoredEvent(stored.position(), stored.sequence(), stored.recordedAt(), blank);
    }

    @Test
    void pages_give_every_event_once_while_events_are_appended() {
        deposits(10);
        List<Long> seen = new ArrayList<>();
        Page page = trail.find(EVERYTHING.limit(4));
        seen.addAll(positions(page));
        while (page.next().isPresent()) {
            deposits(1);
            page = trail.find(EVERYTHING.limit(4).page(page.next().get()));
            seen.addAll(positions(page));
        }

        assertThat(seen).containsExactly(10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void pages_of_the_oldest_first_go_on_to_what_was_appended_meanwhile() {
        deposits(3);
        Page first = trail.find(EVERYTHING.oldestFirst().limit(2));
        deposits(1);

        Page second =
                trail.find(EVERYTHING.oldestFirst().limit(2).page(first.next().orElseThrow()));

        assertThat(positions(second)).containsExactly(3L, 4L);
        assertThat(second.next()).isEmpty();
    }

    @Test
    void a_page_that_ends_with_the_last_event_has_no_next() {
        deposits(4);

        assertThat(trail.find(EVERYTHING.limit(4)).next()).isEmpty();
        assertThat(trail.find(EVERYTHING.limit(3)).next()).isPresent();
        assertThat(trail.find(EVERYTHING.text("1").limit(4)).next()).isEmpty();
    }

    @Test
    void an_offset_passes_over_and_a_usual_page_has_fifty() {
        deposits(60);

        assertThat(positions(trail.find(EVERYTHING.offset(58)))).containsExactly(2L, 1L);
        assertThat(positions(trail.find(EVERYTHING.offset(60)))).isEmpty();
        assertThat(trail.find(EVERYTHING).entries()).hasSize(AuditFilter.PAGE);
    }

    @Test
    void what_is_out_of_bounds_is_refused_with_a_remedy() {
        deposits(3);
        String oldest = trail.find(EVERYTHING.oldestFirst().limit(1)).next().orElseThrow();

        assertThatThrownBy(() -> EVERYTHING.offset(100_001))
                .hasMessageContaining("100000")
                .hasMessageContaining("cursor");
        assertThatThrownBy(() -> EVERYTHING.limit(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> trail.find(EVERYTHING.limit(1_001))).hasMessageContaining("1000");
        for (String cursor : List.of("", "x", "b", "b-1", "b0", "bü", oldest)) {
            assertThatThrownBy(() -> trail.find(EVERYTHING.page(cursor)))
                    .as(cursor)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("page cursor");
        }
    }

    @Test
    void an_entry_shows_the_event_its_object_and_what_happened_in_words() {
        deposits(1);

        AuditEntry entry = trail.find(EVERYTHING).entries().getFirst();

        assertThat(entry.event().type()).isEqualTo(EventType.of("deposited"));
        assertThat(entry.decoded()).containsExactly(new Event.Deposited(1));
        assertThat(entry.description()).isEqualTo("Deposited: amount 1");
        assertThat(trail.show(entry.event())).isEqualTo(entry);
    }

    @Test
    void the_state_at_a_moment_is_that_of_any_fold() {
        Instant noon = Instant.parse("2026-01-01T12:00:00Z");
        bank.depositAt("a1", 10, noon);
        bank.depositAt("a1", 5, noon.plusSeconds(1));

        assertThat(trail.stateAt(new Account(), "a1", noon)).isEqualTo(new State(10, 1));
        assertThat(trail.stateAt(new Account(2), Event.class, "a1", noon.plusSeconds(1)))
                .isEqualTo(new State(30, 2));
    }

    @Test
    void an_export_writes_all_that_is_asked_for_and_comes_to_an_end_on_a_busy_log() {
        deposits(70);
        List<Long> written = new ArrayList<>();
        ExportWriter busy = writer(event -> {
            written.add(event.position());
            deposits(1);
        });

        assertThat(trail.export(EVERYTHING, busy)).isEqualTo(70);

        assertThat(written).hasSize(70).isSorted();
        assertThat(exported(EVERYTHING.text("1").offset(1).limit(2))).containsExactly(2L, 3L);
        assertThat(exported(EVERYTHING.newestFirst().text("1").offset(1).limit(2)))
                .containsExactly(139L, 138L);
    }

    @Test
    void an_export_from_the_end_of_a_page_goes_on_in_its_order() {
        deposits(4);
        assertThat(exported(
                        EVERYTHING.page(trail.find(EVERYTHING.limit(2)).next().orElseThrow())))
                .containsExactly(2L, 1L);
        AuditFilter oldest = EVERYTHING.oldestFirst();
        assertThat(exported(oldest.page(trail.find(oldest.limit(2)).next().orElseThrow())))
                .containsExactly(3L, 4L);
    }

    private List<Long> exported(AuditFilter filter) {
        List<Long> positions = new ArrayList<>();
        assertThat(trail.export(filter, writer(event -> positions.add(event.position()))))
                .isEqualTo(positions.size());
        return positions;
    }

    private void deposits(int count) {
        for (int i = 0; i < count; i++) {
            bank.deposit("a1", 1);
        }
    }

    private void noise(String text) {
        bank.store("n1", EventType.of("noise"), text);
    }

    private static List<Long> positions(Page page) {
        return page.entries().stream().map(entry -> entry.event().position()).toList();
    }

    private static ExportWriter writer(Consumer<StoredEvent> each) {
        return new ExportWriter() {
            @Override
            public void write(StoredEvent event) {
                each.accept(event);
            }

            @Override
            public void close() {
                throw new AssertionError("the writer is the caller's to close");
            }
        };
    }
}
