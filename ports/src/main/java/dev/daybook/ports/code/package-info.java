/** The code that runs, as bytes. Start from {@link dev.daybook.ports.code.ClassFiles}. */
@NullMarked
package dev.daybook.ports.code;

import org.jspecify.annotations.NullMarked;
