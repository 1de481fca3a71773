@NullMarked
package dev.daybook.core.consumer;

import org.jspecify.annotations.NullMarked;
