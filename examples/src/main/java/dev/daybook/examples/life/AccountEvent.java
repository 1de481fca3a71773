package dev.daybook.examples.life;

import static dev.daybook.examples.desk.Checks.plain;

import dev.daybook.examples.desk.Checks;
import dev.daybook.examples.desk.DeskEvent;
import java.math.BigDecimal;

/** What has happened to an account. */
public sealed interface AccountEvent extends DeskEvent {

    @Override
    default String describe() {
        return switch (this) {
            case Deposited(BigDecimal amount, String reason) -> "+%s (%s)".formatted(plain(amount), reason);
            case FundsReserved(String orderId, BigDecimal amount) ->
                "%s reserved for %s".formatted(plain(amount), orderId);
            case FundsReleased(String orderId, BigDecimal amount) ->
                "%s of %s are free again".formatted(plain(amount), orderId);
            case FundsPaid(String orderId, BigDecimal amount, BigDecimal rest) ->
                "%s paid for %s, %s are free again".formatted(plain(amount), orderId, plain(rest));
        };
    }

    /** It has more. */
    record Deposited(BigDecimal amount, String reason) implements AccountEvent {

        /** Refuses what is no deposit. */
        public Deposited {
            Checks.positive("amount", amount);
            Checks.filled("reason", reason);
        }
    }

    /** So much is kept for an order. */
    record FundsReserved(String orderId, BigDecimal amount) implements AccountEvent {

        /** Refuses what is no reservation. */
        public FundsReserved {
            Checks.id("order", orderId);
            Checks.positive("amount", amount);
        }
    }

    /** Nothing is kept for an order any more. */
    record FundsReleased(String orderId, BigDecimal amount) implements AccountEvent {

        /** Refuses what is no release. */
        public FundsReleased {
            Checks.id("order", orderId);
            Checks.positive("amount", amount);
        }
    }

    /** What was kept for an order is paid, and the rest of it is free. */
    record FundsPaid(String orderId, BigDecimal amount, BigDecimal rest) implements AccountEvent {

        /** Refuses what is no payment. */
        public FundsPaid {
            Checks.id("order", orderId);
            Checks.positive("amount", amount);
            Checks.notNegative("rest", rest);
        }
    }
}
