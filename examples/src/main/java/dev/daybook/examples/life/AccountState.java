package dev.daybook.examples.life;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What an account has that is free, and what is kept for orders. */
public record AccountState(BigDecimal free, Map<String, BigDecimal> reserved) {

    /** Takes a copy. */
    public AccountState {
        reserved = Collections.unmodifiableMap(new TreeMap<>(reserved));
    }

    /** All that it has. */
    public BigDecimal total() {
        return reserved.values().stream().reduce(free, BigDecimal::add);
    }

    AccountState plus(BigDecimal amount) {
        return new AccountState(free.add(amount), reserved);
    }

    AccountState reserving(String orderId, BigDecimal amount) {
        Map<String, BigDecimal> more = new TreeMap<>(reserved);
        more.put(orderId, amount);
        return new AccountState(free.subtract(amount), more);
    }

    AccountState without(String orderId) {
        Map<String, BigDecimal> less = new TreeMap<>(reserved);
        less.remove(orderId);
        return new AccountState(free, less);
    }
}
