/** A file in the LOBSTER message layout. Start from {@link dev.daybook.examples.exchange.file.MessageFile}. */
@NullMarked
package dev.daybook.examples.exchange.file;

import org.jspecify.annotations.NullMarked;
