/**
 * Tests for Daybook's adapters and its users: the storage contract, an in-memory storage, rules.
 */
@NullMarked
package dev.daybook.testkit;

import org.jspecify.annotations.NullMarked;
