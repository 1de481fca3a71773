/** Axon Framework 4 as a peer: its JDBC engine, as one uses it without Axon Server. */
@NullMarked
package dev.daybook.benchmarks.axon4;

import org.jspecify.annotations.NullMarked;
