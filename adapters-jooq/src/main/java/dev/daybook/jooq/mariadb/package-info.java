/** MariaDB. Start from {@link dev.daybook.jooq.mariadb.MariaDbStorage}. */
@NullMarked
package dev.daybook.jooq.mariadb;

import org.jspecify.annotations.NullMarked;
