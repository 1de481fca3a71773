/**
 * A service on Daybook in under 60 lines, twice: put together by hand, and by Guice. Start from
 * {@link dev.daybook.examples.service.PlainService}.
 */
@NullMarked
package dev.daybook.examples.service;

import org.jspecify.annotations.NullMarked;
