/** What pages say in words. */
@NullMarked
package dev.daybook.console.page;

import org.jspecify.annotations.NullMarked;
