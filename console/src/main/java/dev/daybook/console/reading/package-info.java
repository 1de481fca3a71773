/**
 * What a console shows of a log, as plain values: API and pages write the same ones. Nothing here knows HTTP. Start from
 * {@link dev.daybook.console.reading.Readers}.
 */
@NullMarked
package dev.daybook.console.reading;

import org.jspecify.annotations.NullMarked;
