/** The parts that several templates have in common, as the build compiles them. */
@NullMarked
package dev.daybook.console.template.part;

import org.jspecify.annotations.NullMarked;
