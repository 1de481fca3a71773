@NullMarked
package dev.daybook.jooq.mariadb;

import org.jspecify.annotations.NullMarked;
