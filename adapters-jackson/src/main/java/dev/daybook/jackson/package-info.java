/**
 * Events and states as JSON, through Jackson: records and sealed interfaces as they are, without annotations. Start from
 * {@link dev.daybook.jackson.JacksonCodec}.
 */
@NullMarked
package dev.daybook.jackson;

import org.jspecify.annotations.NullMarked;
