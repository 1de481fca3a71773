package dev.daybook.examples.desk.wallet;

import static dev.daybook.examples.desk.Checks.plain;

import dev.daybook.examples.desk.Rejection;
import java.math.BigDecimal;

/** Why a wallet refuses a command. */
public sealed interface WalletRejection extends Rejection {

    @Override
    default String describe() {
        return switch (this) {
            case NotConnected() -> "the wallet is not connected; connect it first";
            case AlreadyConnected() -> "the wallet was connected before; it connects once";
            case AlreadyDisconnected() -> "the wallet is disconnected; use another one";
            case WouldBeNegative(String currency, BigDecimal balance, BigDecimal change) ->
                "a change of %s %s exceeds the balance of %s; it may not become negative"
                        .formatted(plain(change), currency, plain(balance));
        };
    }

    /** It cannot be used yet. */
    record NotConnected() implements WalletRejection {}

    /** It was connected before. */
    record AlreadyConnected() implements WalletRejection {}

    /** It can no longer be used. */
    record AlreadyDisconnected() implements WalletRejection {}

    /** More than it has. */
    record WouldBeNegative(String currency, BigDecimal balance, BigDecimal change) implements WalletRejection {}
}
