/** What the desk holds of one symbol, long or short. Start from {@link dev.daybook.examples.desk.position.Position}. */
@NullMarked
package dev.daybook.examples.desk.position;

import org.jspecify.annotations.NullMarked;
