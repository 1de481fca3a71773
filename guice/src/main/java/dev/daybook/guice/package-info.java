/** Binds Daybook for services that use Guice. Start from {@link dev.daybook.guice.DaybookModule}. */
@NullMarked
package dev.daybook.guice;

import org.jspecify.annotations.NullMarked;
