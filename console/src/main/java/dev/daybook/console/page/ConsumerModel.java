package dev.daybook.console.page;

import java.util.List;
import java.util.Optional;

/**
 * The page of one consumer.
 *
 * @param id its name, as forms send it
 * @param line how it is
 * @param letters the events that it could not handle
 * @param notice what has become of what was just done
 * @param mayOperate whether the caller may retry and discard them, and the consumer runs here
 */
public record ConsumerModel(
        Frame frame,
        String id,
        ConsumersModel.Line line,
        List<Letter> letters,
        Optional<String> notice,
        boolean mayOperate) {

    /** An event that could not be handled. */
    public record Letter(long position, String aggregate, String error, Time parked, Optional<EventRow> event) {}
}
