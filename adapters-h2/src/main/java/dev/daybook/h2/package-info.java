/** H2, in a file or in memory. Start from {@link dev.daybook.h2.H2Storage}. */
@NullMarked
package dev.daybook.h2;

import org.jspecify.annotations.NullMarked;
