/** Axon Framework 5 as a peer: its JPA engine on Hibernate, the only open one that keeps events in a database. */
@NullMarked
package dev.daybook.benchmarks.axon5;

import org.jspecify.annotations.NullMarked;
