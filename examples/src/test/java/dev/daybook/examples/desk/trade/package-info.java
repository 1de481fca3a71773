@NullMarked
package dev.daybook.examples.desk.trade;

import org.jspecify.annotations.NullMarked;
