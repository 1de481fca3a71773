@NullMarked
package dev.daybook.examples.desk.setting;

import org.jspecify.annotations.NullMarked;
