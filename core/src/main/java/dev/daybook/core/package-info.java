/** Runs a user's domain on a storage and a codec. Start from {@link dev.daybook.core.Daybook}. */
@NullMarked
package dev.daybook.core;

import org.jspecify.annotations.NullMarked;
