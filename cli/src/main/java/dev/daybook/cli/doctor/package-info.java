/** Checks a log from end to end and says in words what it finds. Start from {@link dev.daybook.cli.doctor.Doctor}. */
@NullMarked
package dev.daybook.cli.doctor;

import org.jspecify.annotations.NullMarked;
