@NullMarked
package dev.daybook.cli.terminal;

import org.jspecify.annotations.NullMarked;
