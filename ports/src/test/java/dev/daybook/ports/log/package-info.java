@NullMarked
package dev.daybook.ports.log;

import org.jspecify.annotations.NullMarked;
