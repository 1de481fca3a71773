package dev.daybook.testkit.core;

import dev.daybook.core.Daybook;
import dev.daybook.core.context.Context;
import dev.daybook.core.repository.Repository;
import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.testkit.core.Account.Command;
import dev.daybook.testkit.core.Account.Event;
import dev.daybook.testkit.core.Account.Refused;
import dev.daybook.testkit.core.Account.State;
import dev.daybook.testkit.time.SettableClock;
import java.time.Instant;
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

    Bank(UnaryOperator<Daybook.Builder> settings) {
        this.daybook = open(settings);
        this.accounts = daybook.repository(new Account());
    }

    /** Another daybook on the same storage, as after a restart. */
    Daybook open(UnaryOperator<Daybook.Builder> settings) {
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
}
