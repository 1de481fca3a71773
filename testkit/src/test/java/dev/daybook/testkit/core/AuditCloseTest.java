package dev.daybook.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Daybook;
import dev.daybook.core.DaybookBuilder;
import dev.daybook.core.audit.AuditHealth;
import dev.daybook.core.audit.AuditSettings;
import dev.daybook.core.audit.AuditTrail;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.testkit.core.Account.Event.Deposited;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AuditCloseTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final AuditSettings SETTINGS = AuditSettings.standard();

    @Test
    void closing_writes_what_is_recorded_and_takes_no_more() {
        Bank bank = new Bank();
        AuditTrail trail = bank.daybook.auditTrail();
        for (int i = 0; i < 3_000; i++) {
            trail.record(new Deposited(i), "a1", Bank.ALICE);
        }

        bank.daybook.close();
        trail.record(new Deposited(9), "a1", Bank.ALICE);

        assertThat(bank.stored()).hasSize(3_000);
        assertThat(trail.health())
                .returns(3_000L, AuditHealth::written)
                .returns(1L, AuditHealth::lost)
                .returns(AuditHealth.State.CLOSED, AuditHealth::state);
        bank.daybook.close();
    }

    @Test
    void closing_over_a_blocked_storage_ends_in_time_and_counts_what_is_left() {
        Bank bank = new Bank(settings -> settings.audit(SETTINGS.closeWithin(Duration.ofMillis(50))));
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        bank.storage.beforeAppend = append -> {
            writing.countDown();
            Bank.await(open);
        };
        AuditTrail trail = bank.daybook.auditTrail();
        trail.record(new Deposited(0), "a1", Bank.ALICE);
        Bank.await(writing);
        trail.record(new Deposited(1), "a1", Bank.ALICE);
        trail.record(new Deposited(2), "a1", Bank.ALICE);

        trail.close();

        assertThat(trail.health()).returns(2L, AuditHealth::lost).returns(1L, AuditHealth::queued);
        open.countDown();
        assertThat(trail.flush(LONG)).isTrue();
        assertThat(trail.health()).returns(1L, AuditHealth::written).returns(0L, AuditHealth::queued);
    }

    @Test
    void closing_over_a_faulty_storage_stops_trying_again_in_time() {
        Bank bank = new Bank(settings -> settings.audit(SETTINGS.closeWithin(Duration.ofMillis(50))));
        bank.storage.beforeAppend = append -> {
            throw new StorageException(Fault.LOCKED, "locked", null);
        };
        AuditTrail trail = bank.daybook.auditTrail();
        trail.record(new Deposited(0), "a1", Bank.ALICE);

        trail.close();

        assertThat(trail.flush(LONG)).isTrue();
        assertThat(trail.health()).returns(1L, AuditHealth::lost).returns(0L, AuditHealth::queued);
    }

    @Test
    void the_storage_is_closed_only_if_it_was_given_away() {
        Bank bank = new Bank();
        bank.daybook.close();
        assertThat(bank.storage.log().head()).isZero();
        Daybook owner = bank.open(DaybookBuilder::closesStorage);
        owner.close();
        assertThat(closed(bank)).isTrue();
    }

    private static boolean closed(Bank bank) {
        try {
            return bank.storage.log().head() < 0;
        } catch (StorageException fault) {
            return fault.fault() == Fault.CLOSED;
        }
    }
}
