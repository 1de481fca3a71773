/** Events as they cross a port: identity, type, payload, metadata and tags. Start from {@link dev.daybook.ports.event.NewEvent}. */
@NullMarked
package dev.daybook.ports.event;

import org.jspecify.annotations.NullMarked;
