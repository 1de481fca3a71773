@NullMarked
package dev.daybook.examples.desk.wallet;

import org.jspecify.annotations.NullMarked;
