@NullMarked
package dev.daybook.examples.transfer;

import org.jspecify.annotations.NullMarked;
