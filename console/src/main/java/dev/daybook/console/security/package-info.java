/** Who may see and do what. Start from {@link dev.daybook.console.security.Security}. */
@NullMarked
package dev.daybook.console.security;

import org.jspecify.annotations.NullMarked;
