/** Events leaving the log in a text format. Start from {@link dev.daybook.ports.export.ExportWriter}. */
@NullMarked
package dev.daybook.ports.export;

import org.jspecify.annotations.NullMarked;
