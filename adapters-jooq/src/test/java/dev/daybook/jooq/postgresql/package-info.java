@NullMarked
package dev.daybook.jooq.postgresql;

import org.jspecify.annotations.NullMarked;
