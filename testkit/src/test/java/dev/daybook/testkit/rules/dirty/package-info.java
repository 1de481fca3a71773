@NullMarked
package dev.daybook.testkit.rules.dirty;

import org.jspecify.annotations.NullMarked;
