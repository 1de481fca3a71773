/** The desk after the week. */
@NullMarked
package dev.daybook.examples.demo.live;

import org.jspecify.annotations.NullMarked;
