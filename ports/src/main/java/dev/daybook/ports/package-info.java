/**
 * What Daybook asks of the outside: small interfaces and the plain values they exchange, on the JDK alone.
 *
 * <p>Start from {@link dev.daybook.ports.storage.Storage} to use an engine, from {@link dev.daybook.ports.log.EventLog} to
 * write one.
 */
@NullMarked
package dev.daybook.ports;

import org.jspecify.annotations.NullMarked;
