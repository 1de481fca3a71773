/** The HTTP API: what the readers give, as JSON. Start from {@link dev.daybook.console.api.Api}. */
@NullMarked
package dev.daybook.console.api;

import org.jspecify.annotations.NullMarked;
