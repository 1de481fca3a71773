/** The desk after the week, with its console. Start from {@link dev.daybook.examples.demo.live.Serving}. */
@NullMarked
package dev.daybook.examples.demo.live;

import org.jspecify.annotations.NullMarked;
