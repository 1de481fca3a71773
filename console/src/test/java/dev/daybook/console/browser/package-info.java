/** The pages in a real browser. Start from {@link dev.daybook.console.browser.Chromium}. */
@NullMarked
package dev.daybook.console.browser;

import org.jspecify.annotations.NullMarked;
