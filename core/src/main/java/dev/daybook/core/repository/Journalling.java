package dev.daybook.core.repository;

import dev.daybook.core.context.Context;
import dev.daybook.core.journal.Journal;
import dev.daybook.core.journal.Outcome;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.EventIdReusedException;
import dev.daybook.ports.log.EventLog;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores events together with the entry of the command that has caused them, if the repository has a journal. */
final class Journalling<C> {

    private static final System.Logger LOG = System.getLogger(Journalling.class.getName());

    private final EventLog log;
    private final @Nullable Journal<C> journal;

    Journalling(EventLog log, @Nullable Journal<C> journal) {
        this.log = log;
        this.journal = journal;
    }

    AppendResult append(Loaded<?> loaded, C command, Context context, List<NewEvent> sealed, Condition unchanged) {
        if (journal == null) {
            return log.append(new Append(sealed, List.of(unchanged)));
        }
        List<NewEvent> both = new ArrayList<>(sealed);
        both.add(journal.entry(
                loaded.aggregateId(), command, context, loaded.sequence(), Outcome.STORED, "", sealed.size()));
        try {
            return log.append(new Append(both, List.of(unchanged)));
        } catch (EventIdReusedException repeated) {
            // The caller's own ids are stored already, with the entry of that time; or they are another's after all.
            return log.append(new Append(sealed, List.of(unchanged)));
        }
    }

    void note(Loaded<?> loaded, C command, Context context, Outcome outcome, String detail) {
        if (journal != null) {
            NewEvent entry =
                    journal.entry(loaded.aggregateId(), command, context, loaded.sequence(), outcome, detail, 0);
            log.append(Append.of(entry));
        }
    }

    /** What has failed goes to the caller, whatever becomes of the entry. */
    void noteFailure(Loaded<?> loaded, C command, Context context, Throwable failure) {
        try {
            note(loaded, command, context, Outcome.FAILED, failure.toString());
        } catch (RuntimeException again) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a command of {0} that has failed could not be journalled: {1}",
                    loaded.aggregateId(),
                    again);
        }
    }
}
