package dev.daybook.console.page;

import java.util.List;
import java.util.Optional;

/**
 * The page of one event.
 *
 * @param event the event
 * @param causes what has led to it, the first cause first
 * @param effects what it has led to directly, oldest first
 * @param moreEffects all of its effects, where there are more than these
 * @param cause the id of what caused it, where that is no event of the log: a command, or a request
 * @param before the event before it in the log
 * @param after the event after it in the log
 */
public record EventModel(
        Frame frame,
        EventRow event,
        List<EventRow> causes,
        List<EventRow> effects,
        Optional<String> moreEffects,
        Optional<String> cause,
        Optional<String> before,
        Optional<String> after) {}
