package dev.daybook.testkit.rules.cycle.two;

import dev.daybook.testkit.rules.cycle.one.One;
import org.jspecify.annotations.Nullable;

/** Knows the other, which knows it. */
public record Two(@Nullable One one) {}
