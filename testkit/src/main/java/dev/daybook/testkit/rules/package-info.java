/**
 * Rules that keep a domain on Daybook pure and complete, for a user's own tests. Start from
 * {@link dev.daybook.testkit.rules.DaybookRules}.
 */
@NullMarked
package dev.daybook.testkit.rules;

import org.jspecify.annotations.NullMarked;
