package dev.daybook.examples.desk.wallet;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a wallet.
 *
 * @param status whether it can be used
 * @param owner whose it is, empty before it is connected
 * @param balances what it has, by currency, in the order of their names
 * @param changes how often a balance has changed
 */
public record WalletState(Status status, String owner, Map<String, BigDecimal> balances, long changes) {

    /** Whether a wallet can be used. */
    public enum Status {
        /** Not connected yet. */
        NEW,
        /** In use. */
        CONNECTED,
        /** No longer in use. */
        DISCONNECTED
    }

    /** Takes a copy. */
    public WalletState {
        balances = Collections.unmodifiableMap(new TreeMap<>(balances));
    }

    /** What it has in one currency. */
    public BigDecimal balance(String currency) {
        return balances.getOrDefault(currency, BigDecimal.ZERO);
    }

    WalletState with(Status newStatus) {
        return new WalletState(newStatus, owner, balances, changes);
    }

    WalletState withBalance(String currency, BigDecimal balance) {
        Map<String, BigDecimal> changed = new TreeMap<>(balances);
        changed.put(currency, balance);
        return new WalletState(status, owner, changed, changes + 1);
    }
}
