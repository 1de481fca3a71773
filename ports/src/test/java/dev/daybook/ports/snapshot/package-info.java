@NullMarked
package dev.daybook.ports.snapshot;

import org.jspecify.annotations.NullMarked;
