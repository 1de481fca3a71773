@NullMarked
package dev.daybook.ports.storage;

import org.jspecify.annotations.NullMarked;
