/** What the codec writes, reads and refuses. */
@NullMarked
package dev.daybook.jackson;

import org.jspecify.annotations.NullMarked;
