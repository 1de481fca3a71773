package dev.daybook.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.audit.AuditHealth;
import dev.daybook.core.audit.AuditSettings;
import dev.daybook.core.audit.AuditTrail;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.testkit.core.Account.Event.Deposited;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AuditFaultTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final AuditSettings SETTINGS = AuditSettings.standard();

    @Test
    void a_passing_fault_is_waited_out_and_nothing_is_stored_twice() {
        Bank bank = new Bank();
        AtomicInteger faults = new AtomicInteger(4);
        bank.storage.beforeAppend = append -> failWhile(faults, 2);
        bank.storage.afterAppend = append -> failWhile(faults, 0);
        AuditTrail trail = bank.daybook.auditTrail();

        trail.record(new Deposited(1), "a1", Bank.ALICE);
        trail.record(new Deposited(2), "a1", Bank.ALICE);

        assertThat(trail.flush(LONG)).isTrue();
        assertThat(bank.stored()).extracting(event -> event.payload().text()).containsExactly("1", "2");
        assertThat(trail.health()).returns(0L, AuditHealth::lost).returns(true, AuditHealth::isHealthy);
        assertThat(trail.health().lastFailure())
                .hasValueSatisfying(failure -> assertThat(failure.message()).contains("tried again"));
    }

    @Test
    void while_it_tries_again_it_says_so() {
        Bank bank = new Bank();
        CountDownLatch failed = new CountDownLatch(2);
        CountDownLatch mended = new CountDownLatch(1);
        bank.storage.beforeAppend = append -> {
            failed.countDown();
            if (mended.getCount() > 0) {
                throw new StorageException(Fault.FULL, "the disk is full", null);
            }
        };
        AuditTrail trail = bank.daybook.auditTrail();

        trail.record(new Deposited(1), "a1", Bank.ALICE);

        Bank.await(failed);
        assertThat(trail.health()).returns(AuditHealth.State.RETRYING, AuditHealth::state);
        assertThat(trail.health().isHealthy()).isFalse();
        mended.countDown();
        assertThat(trail.flush(LONG)).isTrue();
        assertThat(trail.health().isHealthy()).isTrue();
    }

    @Test
    void a_fault_that_does_not_pass_is_a_loss_after_a_bounded_time() {
        Bank bank = new Bank(settings -> settings.audit(SETTINGS.retryFor(Duration.ofMillis(30))));
        bank.storage.beforeAppend = append -> {
            throw new StorageException(Fault.FULL, "the disk is full", null);
        };
        AuditTrail trail = bank.daybook.auditTrail();

        trail.record(new Deposited(1), "a1", Bank.ALICE);

        assertThat(trail.flush(LONG)).isTrue();
        assertThat(trail.health()).returns(1L, AuditHealth::lost).returns(0L, AuditHealth::queued);
        bank.storage.beforeAppend = append -> {};
        trail.record(new Deposited(2), "a1", Bank.ALICE);
        assertThat(trail.flush(LONG)).isTrue();
        assertThat(bank.stored()).hasSize(1);
    }

    @Test
    void a_damaged_storage_is_not_tried_again() {
        Bank bank = new Bank();
        bank.storage.beforeAppend = append -> {
            throw new StorageException(Fault.DAMAGED, "the file is damaged", null);
        };
        bank.daybook.auditTrail().record(new Deposited(1), "a1", Bank.ALICE);

        assertThat(bank.daybook.auditTrail().flush(LONG)).isTrue();

        assertThat(bank.storage.appends).hasSize(1);
        assertThat(bank.daybook.auditTrail().health().lost()).isEqualTo(1);
    }

    @Test
    void one_bad_event_never_loses_its_neighbours() {
        Bank bank = new Bank();
        AuditTrail trail = bank.daybook.auditTrail();
        CountDownLatch open = new CountDownLatch(1);
        bank.storage.beforeAppend = append -> Bank.await(open);
        UUID taken = UUID.randomUUID();
        String tooLong = "x".repeat(256);
        trail.record(new Deposited(0), "a1", Bank.ALICE);
        trail.record(new Deposited(1), "a1", Bank.ALICE.eventIds(() -> taken));
        trail.record(new Deposited(2), "a1", Bank.ALICE);
        trail.record(new Deposited(3), "a1", Bank.ALICE.eventIds(() -> taken));
        trail.record(new Deposited(4), tooLong, Bank.ALICE);
        trail.record(new Deposited(5), "a1", Bank.ALICE);
        open.countDown();

        assertThat(trail.flush(LONG)).isTrue();

        assertThat(bank.stored()).extracting(event -> event.payload().text()).containsExactly("0", "1", "2", "5");
        assertThat(trail.health()).returns(4L, AuditHealth::written).returns(2L, AuditHealth::lost);
    }

    @Test
    void an_event_at_which_the_engine_fails_never_loses_its_neighbours_either() {
        Bank bank = new Bank(settings -> settings.audit(SETTINGS.retryFor(Duration.ofMillis(200))));
        CountDownLatch open = new CountDownLatch(1);
        bank.storage.beforeAppend = append -> {
            Bank.await(open);
            if (append.events().stream()
                    .anyMatch(event -> event.payload().text().equals("3"))) {
                throw new StorageException(Fault.FAILED, "the engine chokes on 3", null);
            }
        };
        AuditTrail trail = bank.daybook.auditTrail();
        for (int i = 0; i < 8; i++) {
            trail.record(new Deposited(i), "a1", Bank.ALICE);
        }
        open.countDown();

        assertThat(trail.flush(LONG)).isTrue();

        assertThat(bank.stored())
                .extracting(event -> event.payload().text())
                .containsExactly("0", "1", "2", "4", "5", "6", "7");
        assertThat(trail.health().lost()).isEqualTo(1);
    }

    @Test
    void an_interrupt_from_outside_loses_nothing() {
        Bank bank = new Bank();
        AtomicInteger faults = new AtomicInteger(3);
        bank.storage.beforeAppend = append -> {
            if (faults.getAndDecrement() > 0) {
                Thread.currentThread().interrupt();
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new StorageException(Fault.INTERRUPTED, "interrupted", null);
            }
        };
        bank.daybook.auditTrail().record(new Deposited(1), "a1", Bank.ALICE);

        assertThat(bank.daybook.auditTrail().flush(LONG)).isTrue();

        assertThat(bank.stored()).hasSize(1);
        assertThat(bank.daybook.auditTrail().health().lost()).isZero();
    }

    private static void failWhile(AtomicInteger left, int above) {
        if (left.get() > above) {
            left.decrementAndGet();
            throw new StorageException(Fault.LOCKED, "locked", null);
        }
    }
}
