@NullMarked
package dev.daybook.examples.command;

import org.jspecify.annotations.NullMarked;
