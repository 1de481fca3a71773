@NullMarked
package dev.daybook.examples.evolution;

import org.jspecify.annotations.NullMarked;
