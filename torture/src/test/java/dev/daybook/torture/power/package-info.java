@NullMarked
package dev.daybook.torture.power;

import org.jspecify.annotations.NullMarked;
