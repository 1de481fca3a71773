@NullMarked
package dev.daybook.torture.kill;

import org.jspecify.annotations.NullMarked;
