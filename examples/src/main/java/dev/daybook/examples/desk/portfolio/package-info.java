/**
 * What the desk holds and what it is worth: two views that follow the log, and what is read from them. Start from
 * {@link dev.daybook.examples.desk.portfolio.Portfolio}.
 */
@NullMarked
package dev.daybook.examples.desk.portfolio;

import org.jspecify.annotations.NullMarked;
