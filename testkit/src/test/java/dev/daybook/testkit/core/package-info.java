/** The services of core on the storage in memory. Start from {@link dev.daybook.testkit.core.Account}, which they all run. */
@NullMarked
package dev.daybook.testkit.core;

import org.jspecify.annotations.NullMarked;
