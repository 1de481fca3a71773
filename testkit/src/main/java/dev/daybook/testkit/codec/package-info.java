/** A codec for tests that need none. Start from {@link dev.daybook.testkit.codec.ObjectCodec}. */
@NullMarked
package dev.daybook.testkit.codec;

import org.jspecify.annotations.NullMarked;
