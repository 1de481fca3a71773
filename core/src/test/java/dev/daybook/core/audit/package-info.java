@NullMarked
package dev.daybook.core.audit;

import org.jspecify.annotations.NullMarked;
