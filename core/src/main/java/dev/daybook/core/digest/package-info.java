/** Digests of content. Start from {@link dev.daybook.core.digest.Sha256}. */
@NullMarked
package dev.daybook.core.digest;

import org.jspecify.annotations.NullMarked;
