@NullMarked
package dev.daybook.examples.desk.position;

import org.jspecify.annotations.NullMarked;
