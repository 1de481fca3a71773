/**
 * The frame that API and pages plug into: a table of routes, calls and answers, and what every call has to pass. Start from
 * {@link dev.daybook.console.web.Route}.
 */
@NullMarked
package dev.daybook.console.web;

import org.jspecify.annotations.NullMarked;
