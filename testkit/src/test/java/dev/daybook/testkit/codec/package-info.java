/** The codec that keeps objects passes the contracts of codecs. */
@NullMarked
package dev.daybook.testkit.codec;

import org.jspecify.annotations.NullMarked;
