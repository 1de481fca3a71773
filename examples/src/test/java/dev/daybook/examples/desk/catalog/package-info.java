@NullMarked
package dev.daybook.examples.desk.catalog;

import org.jspecify.annotations.NullMarked;
