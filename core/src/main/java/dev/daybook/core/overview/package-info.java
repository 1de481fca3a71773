/**
 * Views of any log, whatever its events are: how many there are of what, which aggregates there are, and what has caused what. They are
 * projections like those of your own. Start from {@link dev.daybook.core.overview.EventCounts}.
 */
@NullMarked
package dev.daybook.core.overview;

import org.jspecify.annotations.NullMarked;
