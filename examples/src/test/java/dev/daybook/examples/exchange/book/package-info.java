@NullMarked
package dev.daybook.examples.exchange.book;

import org.jspecify.annotations.NullMarked;
