@NullMarked
package dev.daybook.examples.layering;

import org.jspecify.annotations.NullMarked;
