/** What tests of an adapter append, and how they look at a log. Start from {@link dev.daybook.testkit.sample.Events}. */
@NullMarked
package dev.daybook.testkit.sample;

import org.jspecify.annotations.NullMarked;
