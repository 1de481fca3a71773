package dev.daybook.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.audit.AuditHealth;
import dev.daybook.core.audit.AuditSettings;
import dev.daybook.core.audit.AuditTrail;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.testkit.core.Account.Event.Deposited;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AuditRecordTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final AuditSettings SETTINGS = AuditSettings.standard();

    @Test
    void what_is_recorded_is_written_in_order_with_its_time_and_its_origin() {
        Bank bank = new Bank();
        AuditTrail trail = bank.daybook.auditTrail();
        for (int i = 0; i < 5_000; i++) {
            trail.record(new Deposited(i), "a" + i % 7, Bank.ALICE);
        }

        assertThat(trail.flush(LONG)).isTrue();

        List<StoredEvent> events = bank.stored();
        assertThat(events).hasSize(5_000);
        for (int i = 0; i < 5_000; i++) {
            assertThat(events.get(i).payload().text()).isEqualTo(String.valueOf(i));
        }
        assertThat(events.getFirst().metadata()).isEqualTo(Bank.ALICE.metadata());
        assertThat(bank.storage.appends).as("many events an append").hasSizeLessThan(2_500);
        assertThat(trail.health()).isEqualTo(new AuditHealth(5_000, 5_000, 0, 0, AuditHealth.State.RUNNING, null));
    }

    @Test
    void an_event_bears_the_time_of_its_recording_however_late_it_is_written() {
        Bank bank = new Bank();
        CountDownLatch open = new CountDownLatch(1);
        bank.storage.beforeAppend = append -> Bank.await(open);
        var recordedAt = bank.clock.instant();

        bank.daybook.auditTrail().record(new Deposited(1), "a1", Bank.ALICE);
        bank.clock.advance(Duration.ofHours(1));
        open.countDown();

        assertThat(bank.daybook.auditTrail().flush(LONG)).isTrue();
        assertThat(bank.stored().getFirst().timestamp()).isEqualTo(recordedAt);
    }

    @Test
    void nobody_waits_for_a_blocked_storage_and_what_the_queue_cannot_hold_is_counted_with_its_identity() {
        Bank bank = new Bank(settings -> settings.audit(SETTINGS.queue(10)));
        AuditTrail trail = bank.daybook.auditTrail();
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        bank.storage.beforeAppend = append -> {
            writing.countDown();
            Bank.await(open);
        };
        trail.record(new Deposited(0), "a1", Bank.ALICE);
        Bank.await(writing);

        for (int i = 1; i <= 15; i++) {
            trail.record(new Deposited(i), "a1", Bank.ALICE);
        }

        assertThat(trail.flush(Duration.ZERO)).isFalse();
        AuditHealth health = trail.health();
        assertThat(health).returns(16L, AuditHealth::recorded).returns(5L, AuditHealth::lost);
        assertThat(health).returns(11L, AuditHealth::queued).returns(false, AuditHealth::isHealthy);
        assertThat(health.lastFailure().orElseThrow().message())
                .contains("of a1, type deposited")
                .contains("queue of the audit trail is full");
        open.countDown();
        assertThat(trail.flush(LONG)).isTrue();
        assertThat(bank.stored()).hasSize(11);
    }

    @Test
    @SuppressWarnings("NullAway") // a caller without null checks must not be hurt by recording either
    void recording_never_throws_whatever_it_is_given() {
        Bank bank = new Bank();
        AuditTrail trail = bank.daybook.auditTrail();

        trail.record("not registered", "a1", Bank.ALICE);
        trail.record(new AccountCodec.Noise("unwritable"), "a1", Bank.ALICE);
        trail.record(new Deposited(1), "", Bank.ALICE);
        trail.record(new Deposited(1), "a\0", Bank.ALICE);
        trail.record(null, null, null);
        trail.record(new Deposited(1), "a1", Bank.ALICE.eventIds(() -> {
            throw new StackOverflowError();
        }));

        assertThat(trail.flush(LONG)).isTrue();
        assertThat(trail.health()).returns(6L, AuditHealth::lost).returns(0L, AuditHealth::queued);
    }
}
