/**
 * Relational storage through jOOQ, the base of the SQL adapters.
 */
@NullMarked
package dev.daybook.jooq;

import org.jspecify.annotations.NullMarked;
