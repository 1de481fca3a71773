package dev.daybook.jooq;

import dev.daybook.ports.event.NewEvent;
import java.util.List;

/** Events that wait to be written. */
abstract sealed class EventsRequest<R> extends Request<R> permits AppendRequest, ContinuationRequest {

    private final int events;
    private final long bytes;
    private final Class<? extends R> written;

    /**
     * Ids are nearly always new, and the unique index finds the others at the insert: they are looked up only where it has, or
     * where a condition fails.
     */
    private boolean idsInDoubt;

    /** A commit of this very request was not answered: if its ids are in the log, it was this call that stored them. */
    private boolean outcomeInDoubt;

    /** Whose outcome, if it is of that kind, says that they are written. */
    EventsRequest(List<NewEvent> events, Class<? extends R> written) {
        this.events = events.size();
        this.bytes = events.stream().mapToLong(event -> event.payload().size()).sum();
        this.written = written;
    }

    @Override
    final int events() {
        return events;
    }

    @Override
    final long bytes() {
        return bytes;
    }

    @Override
    final boolean doubtIds() {
        boolean more = !idsInDoubt;
        idsInDoubt = true;
        return more;
    }

    final boolean areIdsInDoubt() {
        return idsInDoubt;
    }

    @Override
    final void doubtOutcome() {
        if (hasResult(written)) {
            outcomeInDoubt = true;
            idsInDoubt = true;
        }
    }

    @Override
    final boolean isOutcomeUnknown() {
        return outcomeInDoubt;
    }

    /** The log itself has told what became of the commit. */
    final void settleOutcome() {
        outcomeInDoubt = false;
    }
}
