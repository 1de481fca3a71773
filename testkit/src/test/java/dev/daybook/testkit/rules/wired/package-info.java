@NullMarked
package dev.daybook.testkit.rules.wired;

import org.jspecify.annotations.NullMarked;
