@NullMarked
package dev.daybook.cli.time;

import org.jspecify.annotations.NullMarked;
