@NullMarked
package dev.daybook.examples.desk.risk;

import org.jspecify.annotations.NullMarked;
