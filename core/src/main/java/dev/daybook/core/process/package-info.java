/**
 * Process managers (sagas): folds that answer events with commands and deadlines. Start from
 * {@link dev.daybook.core.process.ProcessManager}.
 */
@NullMarked
package dev.daybook.core.process;

import org.jspecify.annotations.NullMarked;
