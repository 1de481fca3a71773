/** Between a user's objects and bytes. Start from {@link dev.daybook.ports.codec.EventCodec}. */
@NullMarked
package dev.daybook.ports.codec;

import org.jspecify.annotations.NullMarked;
