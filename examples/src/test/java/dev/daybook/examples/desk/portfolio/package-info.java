@NullMarked
package dev.daybook.examples.desk.portfolio;

import org.jspecify.annotations.NullMarked;
