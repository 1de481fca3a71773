/** What a service is given by Guice. */
@NullMarked
package dev.daybook.guice;

import org.jspecify.annotations.NullMarked;
