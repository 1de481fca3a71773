/**
 * Rows that follow from the log and can be made again from it: what projections, process managers and consumers keep. Start from
 * {@link dev.daybook.ports.view.Views}.
 */
@NullMarked
package dev.daybook.ports.view;

import org.jspecify.annotations.NullMarked;
