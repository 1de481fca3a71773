/**
 * What another library that keeps events has to do to be measured beside Daybook: implement {@link
 * dev.daybook.benchmarks.peer.PeerProvider}. Each peer is loaded from a folder of its own, with its own libraries.
 */
@NullMarked
package dev.daybook.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
