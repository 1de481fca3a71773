package dev.daybook.jooq;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.log.Stretch;
import dev.daybook.ports.log.StretchRefusedException;
import dev.daybook.ports.view.InlineViewException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stretch of another log that waits to be taken, just as it is. What is there already is passed over, so that trying again
 * settles it.
 */
final class ContinuationRequest extends EventsRequest<Stretch> {

    private final Stretch stretch;

    ContinuationRequest(Stretch stretch) {
        super(stretch.events().stream().map(StoredEvent::event).toList(), Stretch.class);
        this.stretch = stretch;
    }

    /** All of it is looked at before any of it is added, so that what is refused leaves nothing in the group's draft. */
    @Override
    void decide(Draft draft) throws SQLException {
        try {
            draft.addPlaced(missing(draft));
            succeed(stretch);
        } catch (StretchRefusedException | InlineViewException refusal) {
            fail(refusal);
        }
        settleOutcome();
    }

    private List<StoredEvent> missing(Draft draft) throws SQLException {
        List<StoredEvent> missing = new ArrayList<>();
        Map<String, Long> sequences = new HashMap<>();
        for (StoredEvent event : stretch.events()) {
            if (event.position() <= draft.head()) {
                requireEqual(event, draft.find(event.id()));
            } else {
                Long counted = sequences.get(event.aggregateId());
                requireToFollow(
                        event,
                        draft.head() + missing.size(),
                        counted == null ? draft.sequenceOf(event.aggregateId()) : counted,
                        draft);
                sequences.put(event.aggregateId(), event.sequence());
                missing.add(event);
            }
        }
        return missing;
    }

    private static void requireEqual(StoredEvent event, Optional<StoredEvent> found) {
        if (found.isEmpty()) {
            throw new StretchRefusedException(event, "it has another event there");
        }
        StoredEvent stored = found.get();
        if (stored.position() != event.position()) {
            throw new StretchRefusedException(event, "it has that event at position " + stored.position());
        }
        if (!stored.equals(event)) {
            throw new StretchRefusedException(event, "it has that event there, but not equal in everything");
        }
    }

    private void requireToFollow(StoredEvent event, long head, long sequence, Draft draft) throws SQLException {
        if (event.position() != head + 1) {
            throw new StretchRefusedException(event, "its last position is " + head);
        }
        if (areIdsInDoubt() || draft.adds(event.id())) {
            Optional<StoredEvent> sameId = draft.find(event.id());
            if (sameId.isPresent()) {
                throw new StretchRefusedException(
                        event, "it has that id at position " + sameId.get().position());
            }
        }
        if (event.sequence() != sequence + 1) {
            throw new StretchRefusedException(event, "it has the aggregate at sequence " + sequence);
        }
        if (Timestamps.toMicros(event.recordedAt()) < draft.recordedMicros()) {
            throw new StretchRefusedException(
                    event, "its last event was recorded at " + Timestamps.ofMicros(draft.recordedMicros()));
        }
    }
}
