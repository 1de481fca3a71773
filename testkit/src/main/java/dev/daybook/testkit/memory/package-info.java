/**
 * A storage in the memory of the JVM, for tests: what it answers is what every storage must answer. Start from {@link
 * dev.daybook.testkit.memory.InMemoryStorage}.
 */
@NullMarked
package dev.daybook.testkit.memory;

import org.jspecify.annotations.NullMarked;
