/** What hides in a text. */
@NullMarked
package dev.daybook.console.text;

import org.jspecify.annotations.NullMarked;
