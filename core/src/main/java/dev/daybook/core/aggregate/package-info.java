/** What a user's domain is made of; all of it pure. Start from {@link dev.daybook.core.aggregate.Aggregate}. */
@NullMarked
package dev.daybook.core.aggregate;

import org.jspecify.annotations.NullMarked;
