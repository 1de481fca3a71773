package dev.daybook.testkit.history;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.AppendResult;
import java.util.List;
import java.util.stream.Collectors;

/** Operations in words. */
final class Telling {

    private static final int SHOWN = 8;

    private Telling() {}

    static String of(Operation operation) {
        String what =
                switch (operation) {
                    case Operation.Appended appended -> answer(appended);
                    case Operation.Unanswered unanswered ->
                        "append of " + unanswered.append().events().size() + " without an answer";
                    case Operation.Read read ->
                        "read of " + read.query() + (read.range().isForwards() ? "" : ", newest first") + ", found "
                                + positions(read.found());
                    case Operation.Head head -> "head " + head.position();
                };
        String end = operation.end() == Long.MAX_VALUE ? "?" : String.valueOf(operation.end());
        return operation.name() + " (" + what + ", from " + operation.start() + " to " + end + ")";
    }

    private static String answer(Operation.Appended appended) {
        return switch (appended.result()) {
            case AppendResult.Stored(List<StoredEvent> events) -> "append, stored at " + positions(events);
            case AppendResult.AlreadyStored(List<StoredEvent> events) ->
                "append, stored already at " + positions(events);
            case AppendResult.Conflict conflict -> "append, conflict: " + conflict.describe();
        };
    }

    static String positions(List<StoredEvent> events) {
        String shown = events.stream()
                .limit(SHOWN)
                .map(event -> String.valueOf(event.position()))
                .collect(Collectors.joining(", ", "[", ""));
        return shown + (events.size() > SHOWN ? ", and " + (events.size() - SHOWN) + " more]" : "]");
    }
}
