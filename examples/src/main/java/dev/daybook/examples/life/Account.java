package dev.daybook.examples.life;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.examples.life.AccountCommand.Deposit;
import dev.daybook.examples.life.AccountCommand.Pay;
import dev.daybook.examples.life.AccountCommand.Release;
import dev.daybook.examples.life.AccountCommand.Reserve;
import dev.daybook.examples.life.AccountEvent.Deposited;
import dev.daybook.examples.life.AccountEvent.FundsPaid;
import dev.daybook.examples.life.AccountEvent.FundsReleased;
import dev.daybook.examples.life.AccountEvent.FundsReserved;
import dev.daybook.examples.life.AccountRejection.NotReserved;
import dev.daybook.examples.life.AccountRejection.ReservedBefore;
import dev.daybook.examples.life.AccountRejection.TooLittle;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The rules of an account: what is reserved is kept for one order, and paid or released. */
public final class Account implements Aggregate<AccountCommand, AccountState, AccountEvent, AccountRejection> {

    @Override
    public AccountState initial() {
        return new AccountState(BigDecimal.ZERO, Map.of());
    }

    @Override
    public Either<AccountRejection, List<AccountEvent>> decide(AccountState state, AccountCommand command) {
        return switch (command) {
            case Deposit(BigDecimal amount, String reason) -> Either.right(List.of(new Deposited(amount, reason)));
            case Reserve(String orderId, BigDecimal amount) -> reserve(state, orderId, amount);
            case Release(String orderId) -> release(state, orderId);
            case Pay(String orderId, BigDecimal amount) -> pay(state, orderId, amount);
        };
    }

    private static Either<AccountRejection, List<AccountEvent>> reserve(
            AccountState state, String orderId, BigDecimal amount) {
        if (state.reserved().containsKey(orderId)) {
            return Either.left(new ReservedBefore(orderId));
        }
        return amount.compareTo(state.free()) > 0
                ? Either.left(new TooLittle(state.free(), amount))
                : Either.right(List.of(new FundsReserved(orderId, amount)));
    }

    private static Either<AccountRejection, List<AccountEvent>> release(AccountState state, String orderId) {
        BigDecimal kept = state.reserved().get(orderId);
        return Either.right(kept == null ? List.of() : List.of(new FundsReleased(orderId, kept)));
    }

    private static Either<AccountRejection, List<AccountEvent>> pay(
            AccountState state, String orderId, BigDecimal amount) {
        BigDecimal kept = state.reserved().getOrDefault(orderId, BigDecimal.ZERO);
        return kept.compareTo(amount) < 0
                ? Either.left(new NotReserved(orderId, amount))
                : Either.right(List.of(new FundsPaid(orderId, amount, kept.subtract(amount))));
    }

    @Override
    public AccountState apply(AccountState state, AccountEvent event) {
        return switch (event) {
            case Deposited deposited -> state.plus(deposited.amount());
            case FundsReserved reserved -> state.reserving(reserved.orderId(), reserved.amount());
            case FundsReleased released -> state.without(released.orderId()).plus(released.amount());
            case FundsPaid paid -> state.without(paid.orderId()).plus(paid.rest());
        };
    }

    @Override
    public Class<AccountState> stateClass() {
        return AccountState.class;
    }

    @Override
    public Class<AccountEvent> eventClass() {
        return AccountEvent.class;
    }
}
