package dev.daybook.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.core.audit.AuditEntry;
import dev.daybook.core.fold.Fold;
import dev.daybook.core.replay.ReplayException;
import dev.daybook.ports.event.EventType;
import dev.daybook.testkit.core.Account.Event;
import dev.daybook.testkit.core.Account.State;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private final Bank bank = new Bank();

    @Test
    void an_unknown_type_is_an_error_for_a_fold_that_names_aggregate_sequence_type_and_remedy() {
        bank.deposit("a1", 5);
        bank.store("a1", new EventType("card_blocked", 3), "{}");

        assertThatThrownBy(() -> bank.accounts.load("a1"))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("a1 cannot be folded at sequence 2 (position 2, type card_blocked v3")
                .hasMessageContaining("register a class for it");
    }

    @Test
    void an_unknown_type_is_shown_as_it_is_by_the_audit_trail() {
        bank.store("a1", EventType.of("card_blocked"), "{\"by\":\"bob\"}");

        try (Stream<AuditEntry> trail = bank.daybook.auditTrail().replay("a1")) {
            AuditEntry entry = trail.toList().getFirst();
            assertThat(entry.decoded()).isEmpty();
            assertThat(entry.description()).isEqualTo("Card blocked");
            assertThat(entry.event().payload().text()).isEqualTo("{\"by\":\"bob\"}");
        }
    }

    @Test
    void content_that_cannot_be_read_is_an_error_that_says_where() {
        bank.store("a1", EventType.of("deposited"), "much");

        assertThatThrownBy(() -> bank.accounts.load("a1"))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("a1 cannot be folded at sequence 1")
                .hasMessageContaining("not an amount: much");
    }

    @Test
    void an_event_of_another_kind_of_aggregate_is_an_error_that_says_so() {
        bank.store("a1", EventType.of("noise"), "bang");

        assertThatThrownBy(() -> bank.accounts.load("a1"))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("is not a " + Event.class.getName())
                .hasMessageContaining("ids of its own");
    }

    @Test
    void a_fold_that_fails_is_an_error_that_says_at_which_event() {
        bank.deposit("a1", 5);
        bank.deposit("a1", 6);
        Fold<Long, Event> picky = new Picky();

        assertThatThrownBy(() -> bank.daybook.auditTrail().stateAt(picky, Event.class, "a1", bank.clock.instant()))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("a1 cannot be folded at sequence 2")
                .hasMessageContaining(Picky.class.getName())
                .hasRootCauseMessage("six");
    }

    @Test
    void what_was_written_in_an_older_form_is_folded_as_today() {
        for (String amount : List.of("7", "0", "-3", "3000")) {
            bank.store("a1", AccountCodec.MOVED, amount);
        }

        assertThat(bank.accounts.load("a1").state()).isEqualTo(new State(3004, 4));
        assertThat(bank.accounts.load("a1").sequence()).isEqualTo(4);
    }

    private static final class Picky implements Fold<Long, Event> {

        @Override
        public Long initial() {
            return 0L;
        }

        @Override
        public Long apply(Long state, Event event) {
            if (event.equals(new Event.Deposited(6))) {
                throw new IllegalStateException("six");
            }
            return state + 1;
        }
    }
}
