@NullMarked
package dev.daybook.core.projection;

import org.jspecify.annotations.NullMarked;
