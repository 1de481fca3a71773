package dev.daybook.jooq;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.EventIdReusedException;
import dev.daybook.ports.view.InlineViewException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An append that waits for its result. */
final class AppendRequest extends EventsRequest<AppendResult> {

    private final Append append;

    AppendRequest(Append append) {
        super(append.events(), AppendResult.Stored.class);
        this.append = append;
    }

    @Override
    List<Condition> conditions() {
        return append.conditions();
    }

    @Override
    void decide(Draft draft) throws SQLException {
        if ((areIdsInDoubt() || repeatsNeighbour(draft)) && answeredByIds(draft)) {
            return;
        }
        for (Condition condition : append.conditions()) {
            Long found = violation(condition, draft);
            if (found != null) {
                if (areIdsInDoubt() || !answeredByIds(draft)) {
                    succeed(new AppendResult.Conflict(condition, found));
                }
                return;
            }
        }
        try {
            succeed(new AppendResult.Stored(draft.add(append.events())));
        } catch (InlineViewException refusal) {
            fail(refusal);
        }
    }

    private boolean repeatsNeighbour(Draft draft) {
        for (NewEvent event : append.events()) {
            if (draft.adds(event.id())) {
                return true;
            }
        }
        return false;
    }

    /** Whether ids that are in the log already settle what becomes of it. */
    private boolean answeredByIds(Draft draft) throws SQLException {
        List<StoredEvent> before = new ArrayList<>();
        UUID missing = null;
        for (NewEvent event : append.events()) {
            Optional<StoredEvent> found = draft.find(event.id());
            if (found.isEmpty()) {
                missing = event.id();
            } else if (found.get().event().equals(event)) {
                before.add(found.get());
            } else {
                fail(new EventIdReusedException(
                        event.id(), "is in the log with other content: " + other(found.get(), event)));
                return true;
            }
        }
        if (before.isEmpty()) {
            settleOutcome();
            return false;
        }
        if (missing == null) {
            AppendResult stored = new AppendResult.Stored(before);
            succeed(isInDoubt(stored) ? stored : new AppendResult.AlreadyStored(before));
        } else {
            fail(new EventIdReusedException(
                    before.getFirst().id(), "is in the log, but event " + missing + " of the same append is not"));
        }
        return true;
    }

    private static String other(StoredEvent stored, NewEvent event) {
        String place =
                "at position " + stored.position() + ", of " + stored.aggregateId() + " and type " + stored.type();
        return stored.aggregateId().equals(event.aggregateId()) && stored.type().equals(event.type())
                ? place + ", with another payload, timestamp, metadata or tags"
                : place + ", not of " + event.aggregateId() + " and type " + event.type();
    }

    private static @Nullable Long violation(Condition condition, Draft draft) throws SQLException {
        return switch (condition) {
            case Condition.ExpectedSequence(String aggregateId, long sequence) -> {
                long found = draft.sequenceOf(aggregateId);
                yield found == sequence ? null : Long.valueOf(found);
            }
            case Condition.NoneMatching none -> {
                long found = draft.firstMatch(none);
                yield found == 0 ? null : Long.valueOf(found);
            }
        };
    }
}
