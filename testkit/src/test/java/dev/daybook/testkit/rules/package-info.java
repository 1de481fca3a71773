@NullMarked
package dev.daybook.testkit.rules;

import org.jspecify.annotations.NullMarked;
