/** The trading desk at work on a real file. Start from {@link dev.daybook.examples.demo.Demo}. */
@NullMarked
package dev.daybook.examples.demo;

import org.jspecify.annotations.NullMarked;
