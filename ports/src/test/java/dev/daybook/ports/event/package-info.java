@NullMarked
package dev.daybook.ports.event;

import org.jspecify.annotations.NullMarked;
