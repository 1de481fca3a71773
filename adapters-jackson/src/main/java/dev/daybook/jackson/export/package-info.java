/**
 * Events as JSON, NDJSON, CSV and CloudEvents, redacted if need be, and back. Start from
 * {@link dev.daybook.jackson.export.Exports}.
 */
@NullMarked
package dev.daybook.jackson.export;

import org.jspecify.annotations.NullMarked;
