package dev.daybook.jooq;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.EventIdReusedException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An append that waits for its result. */
final class AppendRequest extends Request<AppendResult> {

    private final Append append;
    private final long bytes;

    /**
     * Ids are nearly always new, and the unique index finds the others at the insert: they are looked up only where it has, or
     * where a condition fails.
     */
    private boolean idsInDoubt;

    /** A commit of this very request was not answered: if its ids are in the log, it was this call that stored them. */
    private boolean outcomeInDoubt;

    AppendRequest(Append append) {
        this.append = append;
        long sum = 0;
        for (NewEvent event : append.events()) {
            sum += event.payload().size();
        }
        this.bytes = sum;
    }

    @Override
    int events() {
        return append.events().size();
    }

    @Override
    long bytes() {
        return bytes;
    }

    @Override
    List<Condition> conditions() {
        return append.conditions();
    }

    @Override
    boolean doubtIds() {
        boolean more = !idsInDoubt;
        idsInDoubt = true;
        return more;
    }

    @Override
    void doubtOutcome() {
        if (hasResult(AppendResult.Stored.class)) {
            outcomeInDoubt = true;
            idsInDoubt = true;
        }
    }

    @Override
    boolean isOutcomeUnknown() {
        return outcomeInDoubt;
    }

    @Override
    void decide(Draft draft) throws SQLException {
        if ((idsInDoubt || repeatsNeighbour(draft)) && answeredByIds(draft)) {
            return;
        }
        for (Condition condition : append.conditions()) {
            Long found = violation(condition, draft);
            if (found != null) {
                if (idsInDoubt || !answeredByIds(draft)) {
                    succeed(new AppendResult.Conflict(condition, found));
                }
                return;
            }
        }
        succeed(new AppendResult.Stored(draft.add(append.events())));
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
            outcomeInDoubt = false;
            return false;
        }
        if (missing == null) {
            succeed(outcomeInDoubt ? new AppendResult.Stored(before) : new AppendResult.AlreadyStored(before));
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
