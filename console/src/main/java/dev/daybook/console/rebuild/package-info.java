/** Versions of views, built, compared and served as operators ask for it. Start from {@link dev.daybook.console.rebuild.Rebuilds}. */
@NullMarked
package dev.daybook.console.rebuild;

import org.jspecify.annotations.NullMarked;
