/**
 * The pages: for each a row in the table of routes, a model and a template. Start from {@link dev.daybook.console.page.Pages}, and from
 * {@code src/main/jte/layout.jte}.
 */
@NullMarked
package dev.daybook.console.page;

import org.jspecify.annotations.NullMarked;
