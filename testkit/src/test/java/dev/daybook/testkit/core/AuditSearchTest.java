package dev.daybook.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Daybook;
import dev.daybook.core.audit.AuditFilter;
import dev.daybook.core.audit.AuditTrail;
import dev.daybook.core.audit.Page;
import dev.daybook.core.context.Context;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Payload;
import dev.daybook.testkit.core.Account.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is looked for in many events, and may not take long. */
class AuditSearchTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Bank bank = new Bank();
    private final AuditTrail trail = bank.daybook.auditTrail();

    @Test
    void a_search_that_is_broken_off_says_how_far_it_has_come() {
        bank.depositAt("a1", 1, NOON);
        bank.depositAt("a1", 2, NOON.plusSeconds(1));
        bank.depositAt("a1", 3, NOON.plusSeconds(2));

        Page first = trail.find(text("nowhere"), UnaryOperator.identity(), Duration.ZERO);
        assertThat(first.entries()).isEmpty();
        assertThat(first.brokenOff()).contains(new Page.Reached(3, NOON.plusSeconds(2)));

        AuditFilter oldest = text("nowhere").oldestFirst();
        Page second = trail.find(
                oldest.page(trail.find(oldest, UnaryOperator.identity(), Duration.ZERO)
                        .next()
                        .orElseThrow()),
                UnaryOperator.identity(),
                Duration.ZERO);
        assertThat(second.brokenOff()).contains(new Page.Reached(2, NOON.plusSeconds(1)));
    }

    @Test
    void a_search_that_came_to_its_end_or_filled_its_page_was_not_broken_off() {
        bank.deposit("a1", 7);
        bank.deposit("a1", 7);

        Page full = trail.find(text("7").limit(1), UnaryOperator.identity(), Duration.ofMinutes(1));
        assertThat(full.next()).isPresent();
        assertThat(full.brokenOff()).isEmpty();
        Page last = trail.find(text("nowhere"), UnaryOperator.identity(), Duration.ofMinutes(1));
        assertThat(last.next()).isEmpty();
        assertThat(last.brokenOff()).isEmpty();
    }

    @Test
    void what_is_two_things_at_once_is_found_stretch_by_stretch_each_event_once() {
        for (int i = 0; i < 20_000; i++) {
            bank.store(i % 4_000 == 0 ? "rare" : "usual", EventType.of(i % 2 == 0 ? "noise" : "din"), "");
        }
        AuditFilter both = AuditFilter.everything().aggregates("rare").types("noise");
        for (AuditFilter filter :
                List.of(both, both.oldestFirst(), both.limit(2), both.limit(2).oldestFirst())) {
            List<Long> found = new ArrayList<>();
            List<Page.Reached> reached = new ArrayList<>();
            Page page = trail.find(filter, UnaryOperator.identity(), Duration.ZERO);
            while (true) {
                page.entries().forEach(entry -> found.add(entry.event().position()));
                page.brokenOff().ifPresent(reached::add);
                if (page.next().isEmpty()) {
                    break;
                }
                page = trail.find(filter.page(page.next().get()), UnaryOperator.identity(), Duration.ZERO);
            }
            boolean oldestFirst = filter.equals(both.oldestFirst())
                    || filter.equals(both.limit(2).oldestFirst());
            assertThat(oldestFirst ? found : found.reversed()).containsExactly(1L, 4_001L, 8_001L, 12_001L, 16_001L);
            assertThat(reached).as("of a log too long for one stretch").isNotEmpty();
        }
        assertThat(trail.find(both).next()).as("without a bound it is one page").isEmpty();
    }

    @Test
    void one_index_leads_to_its_events_whatever_the_patience() {
        bank.deposit("a1", 1);
        for (int i = 0; i < 10_000; i++) {
            bank.store("n1", EventType.of("noise"), "");
        }
        for (AuditFilter filter : List.of(
                AuditFilter.everything().aggregates("a1"),
                AuditFilter.everything().types("deposited"),
                AuditFilter.everything().actor("alice"))) {
            Page page = trail.find(filter, UnaryOperator.identity(), Duration.ZERO);
            assertThat(page.entries()).hasSize(1);
            assertThat(page.brokenOff()).isEmpty();
        }
    }

    @Test
    void what_a_codec_does_not_know_it_is_asked_for_but_once() {
        List<EventType> asked = new ArrayList<>();
        EventCodec watched = watched(bank.codec, asked);
        bank.store("n1", EventType.of("lost"), "");
        bank.store("n1", EventType.of("lost"), "");
        bank.store("n1", new EventType("lost", 2), "");
        var unused = bank.accounts.execute("a1", new Command.Deposit(5), Context.by("alice"));
        try (Daybook other = Daybook.builder(bank.storage, watched, bank.codec).build()) {
            assertThat(other.auditTrail().find(AuditFilter.everything()).entries())
                    .extracting(entry -> entry.decoded().size())
                    .containsExactly(1, 0, 0, 0);
        }
        assertThat(asked).containsExactly(EventType.of("deposited"), new EventType("lost", 2), EventType.of("lost"));
    }

    private static AuditFilter text(String text) {
        return AuditFilter.everything().text(text);
    }

    private static EventCodec watched(EventCodec codec, List<EventType> asked) {
        return new EventCodec() {
            @Override
            public EventType typeOf(Class<?> eventClass) {
                return codec.typeOf(eventClass);
            }

            @Override
            public Payload encode(Object event) {
                return codec.encode(event);
            }

            @Override
            public List<Object> decode(EventType type, Payload payload) {
                asked.add(type);
                return codec.decode(type, payload);
            }

            @Override
            public Set<Class<?>> eventClasses() {
                return codec.eventClasses();
            }
        };
    }
}
