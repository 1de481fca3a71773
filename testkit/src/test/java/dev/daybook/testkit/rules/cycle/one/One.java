package dev.daybook.testkit.rules.cycle.one;

import dev.daybook.testkit.rules.cycle.two.Two;
import org.jspecify.annotations.Nullable;

/** Knows the other, which knows it. */
public record One(@Nullable Two two) {}
