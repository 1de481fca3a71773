/** Both services at work. */
@NullMarked
package dev.daybook.examples.service;

import org.jspecify.annotations.NullMarked;
