@NullMarked
package dev.daybook.core.snapshot;

import org.jspecify.annotations.NullMarked;
