/** What of the relational base can be proved without a database; the rest is proved by each adapter. */
@NullMarked
package dev.daybook.jooq;

import org.jspecify.annotations.NullMarked;
