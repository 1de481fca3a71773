package dev.daybook.console.reading;

import java.util.List;

/**
 * An event with what has led to it and what it has led to.
 *
 * @param causes its cause, the cause of that, and so on, as far as they are events that are found
 * @param effects the events that it has caused directly, oldest first
 * @param moreEffects whether there are more of them
 */
public record EventDetail(ShownEvent event, List<ShownEvent> causes, List<ShownEvent> effects, boolean moreEffects) {}
