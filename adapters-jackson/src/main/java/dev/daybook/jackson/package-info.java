/**
 * The JSON event codec.
 */
@NullMarked
package dev.daybook.jackson;

import org.jspecify.annotations.NullMarked;
