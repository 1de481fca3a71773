/** The in-memory storage passes the storage contract, and the contract catches broken ones. */
@NullMarked
package dev.daybook.testkit.memory;

import org.jspecify.annotations.NullMarked;
