/** What leaves the log, what is masked on the way, and what comes back. */
@NullMarked
package dev.daybook.jackson.export;

import org.jspecify.annotations.NullMarked;
