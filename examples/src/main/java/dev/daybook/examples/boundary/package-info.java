/**
 * Rules that no single aggregate can keep: a name that is taken once, a course with so many places, money that moves between two wallets,
 * numbers without a gap, a token that works once. Each is one decision over what a query finds.
 */
@NullMarked
package dev.daybook.examples.boundary;

import org.jspecify.annotations.NullMarked;
