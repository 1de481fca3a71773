/**
 * What a storage on an SQL database keeps beyond what every storage does: for somebody with a shell, and for the caller's own
 * transactions. Start from {@link dev.daybook.testkit.sql.SqlContract}.
 */
@NullMarked
package dev.daybook.testkit.sql;

import org.jspecify.annotations.NullMarked;
