/** Faults, each a scenario with its own verdict: start from {@link dev.daybook.torture.fault.Verdict}. */
@NullMarked
package dev.daybook.torture.fault;

import org.jspecify.annotations.NullMarked;
