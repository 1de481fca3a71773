/** What the desk's concepts are together. Start from {@link dev.daybook.examples.desk.catalog.DeskEvents}. */
@NullMarked
package dev.daybook.examples.desk.catalog;

import org.jspecify.annotations.NullMarked;
