@NullMarked
package dev.daybook.examples.desk.order;

import org.jspecify.annotations.NullMarked;
