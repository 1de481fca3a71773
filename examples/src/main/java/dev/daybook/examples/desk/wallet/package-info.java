/** A wallet with its balances. Start from {@link dev.daybook.examples.desk.wallet.Wallet}. */
@NullMarked
package dev.daybook.examples.desk.wallet;

import org.jspecify.annotations.NullMarked;
