/** The life of a trade, also where its process is killed. */
@NullMarked
package dev.daybook.examples.life;

import org.jspecify.annotations.NullMarked;
