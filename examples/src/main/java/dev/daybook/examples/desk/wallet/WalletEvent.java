package dev.daybook.examples.desk.wallet;

import static dev.daybook.examples.desk.Checks.plain;

import dev.daybook.examples.desk.Checks;
import dev.daybook.examples.desk.DeskEvent;
import java.math.BigDecimal;

/** What happens to a wallet. */
public sealed interface WalletEvent extends DeskEvent {

    @Override
    default String describe() {
        return switch (this) {
            case WalletConnected connected ->
                "wallet of %s connected through %s".formatted(connected.owner, connected.provider);
            case WalletDisconnected disconnected -> "wallet disconnected: " + disconnected.reason;
            case BalanceChanged changed ->
                "%s%s %s (%s), balance %s"
                        .formatted(
                                changed.change.signum() > 0 ? "+" : "",
                                plain(changed.change),
                                changed.currency,
                                changed.reason,
                                plain(changed.balance));
        };
    }

    /** The wallet can be used from now on. */
    record WalletConnected(String owner, String provider) implements WalletEvent {

        /** Refuses a wallet of nobody. */
        public WalletConnected {
            Checks.filled("owner", owner);
            Checks.filled("provider", provider);
        }
    }

    /** The wallet can no longer be used. */
    record WalletDisconnected(String reason) implements WalletEvent {

        /** Refuses to go without a reason. */
        public WalletDisconnected {
            Checks.filled("reason", reason);
        }
    }

    /** Money came (above zero) or went (below); {@code balance} is what the wallet has since. */
    record BalanceChanged(String currency, BigDecimal change, BigDecimal balance, String reason)
            implements WalletEvent {

        /** Refuses what no change can say. */
        public BalanceChanged {
            Checks.filled("currency", currency);
            Checks.positive("amount of the change", change.abs());
            Checks.notNegative("balance", balance);
            Checks.filled("reason", reason);
        }
    }
}
