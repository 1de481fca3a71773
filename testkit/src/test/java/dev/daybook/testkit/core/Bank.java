package dev.daybook.testkit.core;

import dev.daybook.core.Daybook;
import dev.daybook.core.DaybookBuilder;
import dev.daybook.core.context.Context;
import dev.daybook.core.repository.Repository;
import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.testkit.core.Account.Command;
import dev.daybook.testkit.core.Account.Event;
import dev.daybook.testkit.core.Account.Refused;
import dev.daybook.testkit.core.Account.State;
import dev.daybook.testkit.time.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** A daybook on a watched storage, for accounts. */
final class Bank {

    static final Context ALICE = Context.by("alice");

    final SettableClock clock = SettableClock.create();
    final WatchedStorage storage = new WatchedStorage(clock);
    final AccountCodec codec = new AccountCodec();
    final Daybook daybook;
    final Repository<Command, State, Event, Refused> accounts;

    private final EventIds ids = new EventIds(clock);

    Bank() {
        this(settings -> settings);
    }

    Bank(UnaryOperator<DaybookBuilder> settings) {
        this.daybook = open(settings);
        this.accounts = daybook.repository(new Account());
    }

    /** Another daybook on the same storage, as after a restart. */
    Daybook open(UnaryOperator<DaybookBuilder> settings) {
        return settings.apply(Daybook.builder(storage, codec).clock(clock)).build();
    }

    void deposit(String account, long amount) {
        var unused = accounts.execute(account, new Command.Deposit(amount), ALICE);
    }

    void depositAt(String account, long amount, Instant happened) {
        var unused = accounts.execute(account, new Command.Deposit(amount), ALICE.at(happened));
    }

    /** What somebody else stores, unwatched. */
    void store(String aggregate, EventType type, String content) {
        NewEvent event = NewEvent.of(ids.next(), aggregate, type, Payload.json(content), clock.instant());
        AppendResult result = storage.memory().log().append(Append.of(event));
        if (!(result instanceof AppendResult.Stored)) {
            throw new AssertionError("not stored: " + result);
        }
    }

    /** The whole log, read unwatched. */
    List<StoredEvent> stored() {
        List<StoredEvent> events = new ArrayList<>();
        try (EventCursor cursor = storage.memory().log().read(Query.all(), Range.all())) {
            cursor.forEachRemaining(events::add);
        }
        return events;
    }

    /** Waits for another thread, which has half a minute. */
    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("waited for 30 seconds until " + what);
            }
            Thread.onSpinWait();
        }
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("waited for 30 seconds");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
