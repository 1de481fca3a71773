/** Processes that append until they are killed, and what they tell: start from {@link dev.daybook.torture.writer.WriterProcess}. */
@NullMarked
package dev.daybook.torture.writer;

import org.jspecify.annotations.NullMarked;
