package dev.daybook.jooq;

import dev.daybook.ports.event.NewEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** What commits that were not answered have written, if they have written anything. */
    private final List<R> inDoubt = new ArrayList<>();

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
        @Nullable R meant = result();
        if (meant != null && written.isInstance(meant)) {
            inDoubt.add(meant);
            idsInDoubt = true;
        }
    }

    @Override
    final boolean isOutcomeUnknown() {
        return !inDoubt.isEmpty();
    }

    /** The log itself has told what became of the commit. */
    final void settleOutcome() {
        inDoubt.clear();
    }

    /**
     * Whether this is what a commit that was not answered has written. The same events that were there before have another place in the
     * log or another time.
     */
    final boolean isInDoubt(R found) {
        return inDoubt.contains(found);
    }
}
