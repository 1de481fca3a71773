package dev.daybook.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Daybook;
import dev.daybook.core.audit.AuditHealth;
import dev.daybook.core.audit.AuditSettings;
import dev.daybook.core.audit.AuditTrail;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.testkit.core.Account.Event.Deposited;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

        List<StoredEvent> events = stored(bank);
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
        bank.storage.beforeAppend = append -> await(open);
        var recordedAt = bank.clock.instant();

        bank.daybook.auditTrail().record(new Deposited(1), "a1", Bank.ALICE);
        bank.clock.advance(Duration.ofHours(1));
        open.countDown();

        assertThat(bank.daybook.auditTrail().flush(LONG)).isTrue();
        assertThat(stored(bank).getFirst().timestamp()).isEqualTo(recordedAt);
    }

    @Test
    void nobody_waits_for_a_blocked_storage_and_what_the_queue_cannot_hold_is_counted_with_its_identity() {
        Bank bank = new Bank(settings -> settings.audit(SETTINGS.queue(10)));
        AuditTrail trail = bank.daybook.auditTrail();
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        bank.storage.beforeAppend = append -> {
            writing.countDown();
            await(open);
        };
        trail.record(new Deposited(0), "a1", Bank.ALICE);
        await(writing);

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
        assertThat(stored(bank)).hasSize(11);
    }

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
        assertThat(stored(bank)).extracting(event -> event.payload().text()).containsExactly("1", "2");
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

        await(failed);
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
        assertThat(stored(bank)).hasSize(1);
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
        bank.storage.beforeAppend = append -> await(open);
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

        assertThat(stored(bank)).extracting(event -> event.payload().text()).containsExactly("0", "1", "2", "5");
        assertThat(trail.health()).returns(4L, AuditHealth::written).returns(2L, AuditHealth::lost);
    }

    @Test
    void an_event_at_which_the_engine_fails_never_loses_its_neighbours_either() {
        Bank bank = new Bank(settings -> settings.audit(SETTINGS.retryFor(Duration.ofMillis(200))));
        CountDownLatch open = new CountDownLatch(1);
        bank.storage.beforeAppend = append -> {
            await(open);
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

        assertThat(stored(bank))
                .extracting(event -> event.payload().text())
                .containsExactly("0", "1", "2", "4", "5", "6", "7");
        assertThat(trail.health().lost()).isEqualTo(1);
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

    @Test
    void closing_writes_what_is_recorded_and_takes_no_more() {
        Bank bank = new Bank();
        AuditTrail trail = bank.daybook.auditTrail();
        for (int i = 0; i < 3_000; i++) {
            trail.record(new Deposited(i), "a1", Bank.ALICE);
        }

        bank.daybook.close();
        trail.record(new Deposited(9), "a1", Bank.ALICE);

        assertThat(stored(bank)).hasSize(3_000);
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
            await(open);
        };
        AuditTrail trail = bank.daybook.auditTrail();
        trail.record(new Deposited(0), "a1", Bank.ALICE);
        await(writing);
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
        Daybook owner = bank.open(Daybook.Builder::closesStorage);
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

    private static void failWhile(AtomicInteger left, int above) {
        if (left.get() > above) {
            left.decrementAndGet();
            throw new StorageException(Fault.LOCKED, "locked", null);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("waited for 30 seconds");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static List<StoredEvent> stored(Bank bank) {
        List<StoredEvent> events = new ArrayList<>();
        try (EventCursor cursor = bank.storage.memory().log().read(Query.all(), Range.all())) {
            cursor.forEachRemaining(events::add);
        }
        return events;
    }
}
