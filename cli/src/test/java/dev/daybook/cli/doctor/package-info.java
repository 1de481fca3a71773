@NullMarked
package dev.daybook.cli.doctor;

import org.jspecify.annotations.NullMarked;
