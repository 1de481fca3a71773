/** What the log of the desk can tell, chapter by chapter. Start from {@link dev.daybook.examples.demo.story.Story}. */
@NullMarked
package dev.daybook.examples.demo.story;

import org.jspecify.annotations.NullMarked;
