@NullMarked
package dev.daybook.torture.writer;

import org.jspecify.annotations.NullMarked;
