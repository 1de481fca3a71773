@NullMarked
package dev.daybook.testkit.rules.cycle.one;

import org.jspecify.annotations.NullMarked;
