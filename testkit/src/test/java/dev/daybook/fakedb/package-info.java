/** Stands for an adapter in the tests of the rules, as the testkit knows none. */
@NullMarked
package dev.daybook.fakedb;

import org.jspecify.annotations.NullMarked;
