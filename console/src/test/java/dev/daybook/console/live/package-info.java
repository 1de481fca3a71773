/** Tests of live events. */
@NullMarked
package dev.daybook.console.live;

import org.jspecify.annotations.NullMarked;
