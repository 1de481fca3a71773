package dev.daybook.examples.life;

import java.math.BigDecimal;

/** What an account is asked for. */
public sealed interface AccountCommand {

    /** To take money. */
    record Deposit(BigDecimal amount, String reason) implements AccountCommand {}

    /** To keep money for an order. */
    record Reserve(String orderId, BigDecimal amount) implements AccountCommand {}

    /** To keep it no longer. */
    record Release(String orderId) implements AccountCommand {}

    /** To pay so much of what is kept for an order. */
    record Pay(String orderId, BigDecimal amount) implements AccountCommand {}
}
