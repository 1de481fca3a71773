package dev.daybook.console.action;

import java.util.List;

/** Something that somebody did by a console. Who and when is told by the event's metadata and timestamp. */
public sealed interface ConsoleEvent {

    /**
     * Events were exported.
     *
     * @param query which, as the query of the call has it
     */
    record ConsoleExported(String format, String query, boolean unmasked) implements ConsoleEvent {}

    /** What is masked was looked at. */
    record ConsoleUnmasked(String path, String query) implements ConsoleEvent {}

    /** The state of an aggregate was kept. */
    record ConsoleSnapshotTaken(String aggregateId, long sequence) implements ConsoleEvent {}

    /** Events that a consumer could not handle were tried again. */
    record ConsoleDeadLettersRetried(String consumer, List<Long> positions) implements ConsoleEvent {

        public ConsoleDeadLettersRetried {
            positions = List.copyOf(positions);
        }
    }

    /** Events that a consumer could not handle were given up. */
    record ConsoleDeadLettersDiscarded(String consumer, List<Long> positions) implements ConsoleEvent {

        public ConsoleDeadLettersDiscarded {
            positions = List.copyOf(positions);
        }
    }

    /** Another version of a view is served from now on. */
    record ConsoleViewSwitched(String view, int version) implements ConsoleEvent {}

    /** A version of a view is built beside the one that is served. */
    record ConsoleViewRebuildStarted(String view, int version) implements ConsoleEvent {}

    /** A version of a view is built no further. */
    record ConsoleViewRebuildCancelled(String view, int version) implements ConsoleEvent {}

    /** The version of a view that was served before is served again. */
    record ConsoleViewRolledBack(String view, int version) implements ConsoleEvent {}

    /** The rows of a version of a view are removed for good. */
    record ConsoleViewDropped(String view, int version) implements ConsoleEvent {}

    /** A view is compared with the log. */
    record ConsoleViewVerified(String view) implements ConsoleEvent {}

    /** Two versions of a view are compared. */
    record ConsoleViewsCompared(String view, int one, int other) implements ConsoleEvent {}

    /** What compares a view, or drops a version of it, is ended. */
    record ConsoleViewWorkCancelled(String view) implements ConsoleEvent {}
}
