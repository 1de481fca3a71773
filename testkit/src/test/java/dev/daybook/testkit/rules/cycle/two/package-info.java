@NullMarked
package dev.daybook.testkit.rules.cycle.two;

import org.jspecify.annotations.NullMarked;
