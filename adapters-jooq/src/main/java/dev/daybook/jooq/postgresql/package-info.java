/** PostgreSQL. Start from {@link dev.daybook.jooq.postgresql.PostgresStorage}. */
@NullMarked
package dev.daybook.jooq.postgresql;

import org.jspecify.annotations.NullMarked;
