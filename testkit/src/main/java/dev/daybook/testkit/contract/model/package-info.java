/**
 * Random operations on a storage and on the one in memory side by side; what differs is shrunk to few steps. Start from {@link
 * dev.daybook.testkit.contract.model.Comparison}.
 */
@NullMarked
package dev.daybook.testkit.contract.model;

import org.jspecify.annotations.NullMarked;
