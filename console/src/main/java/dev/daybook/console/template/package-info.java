/** The templates as the build compiles them. */
@NullMarked
package dev.daybook.console.template;

import org.jspecify.annotations.NullMarked;
