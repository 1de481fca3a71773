/** The desk's settings. Start from {@link dev.daybook.examples.desk.setting.Settings}. */
@NullMarked
package dev.daybook.examples.desk.setting;

import org.jspecify.annotations.NullMarked;
