/** One more engine, as {@code docs/adding-an-engine.md} adds it. */
@NullMarked
package dev.daybook.examples.engine;

import org.jspecify.annotations.NullMarked;
