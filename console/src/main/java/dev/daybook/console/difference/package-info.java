/** What has changed between two JSON values. Start from {@link dev.daybook.console.difference.JsonDifference}. */
@NullMarked
package dev.daybook.console.difference;

import org.jspecify.annotations.NullMarked;
