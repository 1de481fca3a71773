package dev.daybook.examples.life;

import static dev.daybook.examples.desk.Checks.plain;

import dev.daybook.examples.desk.Rejection;
import java.math.BigDecimal;

/** Why an account does not do what it is asked for. */
public sealed interface AccountRejection extends Rejection {

    @Override
    default String describe() {
        return switch (this) {
            case TooLittle(BigDecimal free, BigDecimal amount) ->
                "%s are asked for and %s are free; deposit more".formatted(plain(amount), plain(free));
            case ReservedBefore(String orderId) -> "money is reserved for %s already".formatted(orderId);
            case NotReserved(String orderId, BigDecimal amount) ->
                "%s are not reserved for %s; reserve them first".formatted(plain(amount), orderId);
        };
    }

    /** It has less that is free. */
    record TooLittle(BigDecimal free, BigDecimal amount) implements AccountRejection {}

    /** An order is reserved for once. */
    record ReservedBefore(String orderId) implements AccountRejection {}

    /** So much is not kept for the order. */
    record NotReserved(String orderId, BigDecimal amount) implements AccountRejection {}
}
