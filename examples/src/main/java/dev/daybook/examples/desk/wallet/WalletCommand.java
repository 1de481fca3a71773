package dev.daybook.examples.desk.wallet;

import dev.daybook.examples.desk.Checks;
import java.math.BigDecimal;

/** What can be asked of a wallet. */
public sealed interface WalletCommand {

    /** Makes the wallet usable. */
    record ConnectWallet(String owner, String provider) implements WalletCommand {

        /** Refuses a wallet of nobody. */
        public ConnectWallet {
            Checks.filled("owner", owner);
            Checks.filled("provider", provider);
        }
    }

    /** Ends the use of the wallet. */
    record DisconnectWallet(String reason) implements WalletCommand {

        /** Refuses to go without a reason. */
        public DisconnectWallet {
            Checks.filled("reason", reason);
        }
    }

    /** Adds money (above zero) or takes it (below). */
    record ChangeBalance(String currency, BigDecimal change, String reason) implements WalletCommand {

        /** Refuses a change of nothing. */
        public ChangeBalance {
            Checks.filled("currency", currency);
            Checks.positive("amount of the change", change.abs());
            Checks.filled("reason", reason);
        }
    }
}
