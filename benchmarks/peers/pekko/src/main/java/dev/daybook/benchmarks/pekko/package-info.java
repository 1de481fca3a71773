/** Pekko Persistence JDBC as a peer: typed event-sourced behaviours on its default journal. */
@NullMarked
package dev.daybook.benchmarks.pekko;

import org.jspecify.annotations.NullMarked;
