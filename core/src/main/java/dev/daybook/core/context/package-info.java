/**
 * Who asks for something, why and when, as it travels with a command into the events. Start from
 * {@link dev.daybook.core.context.Context}.
 */
@NullMarked
package dev.daybook.core.context;

import org.jspecify.annotations.NullMarked;
