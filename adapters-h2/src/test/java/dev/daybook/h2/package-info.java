@NullMarked
package dev.daybook.h2;

import org.jspecify.annotations.NullMarked;
