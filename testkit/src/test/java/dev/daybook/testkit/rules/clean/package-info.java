@NullMarked
package dev.daybook.testkit.rules.clean;

import org.jspecify.annotations.NullMarked;
