/** The one idea everything is made of: a state folded from events. Start from {@link dev.daybook.core.fold.Fold}. */
@NullMarked
package dev.daybook.core.fold;

import org.jspecify.annotations.NullMarked;
