/**
 * What every storage and every codec must keep, as tests that an adapter inherits. Start from {@link
 * dev.daybook.testkit.contract.StorageContract}.
 */
@NullMarked
package dev.daybook.testkit.contract;

import org.jspecify.annotations.NullMarked;
