/**
 * The trading desk and small samples on Daybook.
 */
@NullMarked
package dev.daybook.examples;

import org.jspecify.annotations.NullMarked;
