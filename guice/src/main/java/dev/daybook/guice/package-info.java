/**
 * Binds Daybook for services that use Guice.
 */
@NullMarked
package dev.daybook.guice;

import org.jspecify.annotations.NullMarked;
