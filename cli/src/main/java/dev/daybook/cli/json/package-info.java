/** JSON as it is shown, and what differs between two of it. Start from {@link dev.daybook.cli.json.Json}. */
@NullMarked
package dev.daybook.cli.json;

import org.jspecify.annotations.NullMarked;
