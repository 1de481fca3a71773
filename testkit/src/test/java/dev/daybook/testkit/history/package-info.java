@NullMarked
package dev.daybook.testkit.history;

import org.jspecify.annotations.NullMarked;
