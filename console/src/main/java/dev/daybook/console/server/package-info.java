/** The console's own server, for those who have none. Start from {@link dev.daybook.console.server.Server}. */
@NullMarked
package dev.daybook.console.server;

import org.jspecify.annotations.NullMarked;
