@NullMarked
package dev.daybook.testkit.scenario;

import org.jspecify.annotations.NullMarked;
