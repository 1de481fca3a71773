@NullMarked
package dev.daybook.torture.verify;

import org.jspecify.annotations.NullMarked;
