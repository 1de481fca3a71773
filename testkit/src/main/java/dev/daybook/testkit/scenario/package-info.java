/**
 * Tests of an aggregate in the words given, when, then: no store, no codec, no clock. Start from
 * {@link dev.daybook.testkit.scenario.Scenario}.
 */
@NullMarked
package dev.daybook.testkit.scenario;

import org.jspecify.annotations.NullMarked;
