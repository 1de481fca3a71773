package dev.daybook.examples.boundary;

import dev.daybook.core.boundary.Boundary;
import dev.daybook.core.boundary.Fact;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Query;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.List;

/** Money moves from one wallet to another as one step, and no wallet ever owes any. */
public final class Transfers implements Boundary<Transfers.Transfer, BigDecimal, Transfers.Moved, Transfers.TooLittle> {

    /** Where money comes from that is paid in. */
    public static final String OUTSIDE = "outside";

    /** Somebody wants to pay. */
    public record Transfer(String from, String to, BigDecimal amount) {

        /** Refuses what is no payment. */
        public Transfer {
            if (from.equals(to) || amount.signum() <= 0) {
                throw new IllegalArgumentException("a transfer of " + amount + " from " + from + " to " + to
                        + "; give two wallets and more than nothing");
            }
        }
    }

    /** A wallet has more, or less where the amount is below zero. */
    public record Moved(String wallet, BigDecimal amount) {}

    /** A wallet has less than it would have to give. */
    public record TooLittle(String wallet, BigDecimal balance) {}

    @Override
    public Class<Moved> eventClass() {
        return Moved.class;
    }

    /** Who is paid need not be asked. */
    @Override
    public Query query(Transfer command) {
        return Query.tags(tag(command.from()));
    }

    private static Tag tag(String wallet) {
        return Tag.of("wallet", wallet);
    }

    @Override
    public BigDecimal initial(Transfer command) {
        return BigDecimal.ZERO;
    }

    @Override
    public BigDecimal apply(BigDecimal balance, Moved event) {
        return balance.add(event.amount());
    }

    @Override
    public Either<TooLittle, List<Fact<Moved>>> decide(BigDecimal balance, Transfer command) {
        if (!command.from().equals(OUTSIDE) && balance.compareTo(command.amount()) < 0) {
            return Either.left(new TooLittle(command.from(), balance));
        }
        return Either.right(
                List.of(moved(command.from(), command.amount().negate()), moved(command.to(), command.amount())));
    }

    private static Fact<Moved> moved(String wallet, BigDecimal amount) {
        return Fact.of("wallet_" + wallet, new Moved(wallet, amount), tag(wallet));
    }
}
