/** The comparison finds planted faults and shrinks them to few steps. */
@NullMarked
package dev.daybook.testkit.contract.model;

import org.jspecify.annotations.NullMarked;
