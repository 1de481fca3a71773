/** A console on a real server, asked by a plain HTTP client. */
@NullMarked
package dev.daybook.console;

import org.jspecify.annotations.NullMarked;
