/** Many callers at once, and no rule is broken. */
@NullMarked
package dev.daybook.examples.boundary;

import org.jspecify.annotations.NullMarked;
