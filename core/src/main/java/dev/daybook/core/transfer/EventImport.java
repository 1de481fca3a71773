package dev.daybook.core.transfer;

import dev.daybook.ports.DaybookException;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.EventIdReusedException;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.storage.LimitExceededException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes events from elsewhere into a log, in batches, and keeps ids, order, sequences, timestamps, metadata, tags and payloads.
 * recordedAt and position are the new log's own: they say when and where this log took the event. What an earlier import has taken
 * is passed over, so that a broken-off import is simply run again.
 */
public final class EventImport {

    private static final int MOST_EVENTS = 1_000;
    private static final long MOST_BYTES = 8L << 20;
    private static final String REMEDY =
            "import into a log that has no other events of this aggregate, from a source that has all of them in order";

    private final EventLog log;

    /**
     * Into a log.
     *
     * @param log takes the events
     */
    public EventImport(EventLog log) {
        this.log = log;
    }

    /**
     * Takes events in.
     *
     * @param events what another log has, in its order
     * @return how many were new
     * @throws ImportException if an event would get another sequence than it had, or its id is taken by another event, or it is
     *     too large; all before it are in the log
     * @throws dev.daybook.ports.storage.StorageException if the engine cannot do its work
     */
    public ImportReport run(Iterator<StoredEvent> events) {
        ImportReport report = new ImportReport(0, 0);
        List<StoredEvent> batch = new ArrayList<>();
        long bytes = 0;
        while (events.hasNext()) {
            StoredEvent event = events.next();
            bytes += event.payload().size();
            if (!batch.isEmpty() && (batch.size() == MOST_EVENTS || bytes > MOST_BYTES)) {
                report = report.plus(store(batch));
                batch.clear();
                bytes = event.payload().size();
            }
            batch.add(event);
        }
        return batch.isEmpty() ? report : report.plus(store(batch));
    }

    /** Halves what is refused as a whole, until it is known which event is to blame; those before it are stored by then. */
    private ImportReport store(List<StoredEvent> batch) {
        if (batch.size() > 1 && !isOneAppend(batch)) {
            return halves(batch);
        }
        try {
            return switch (log.append(append(batch))) {
                case AppendResult.Stored stored -> new ImportReport(batch.size(), 0);
                case AppendResult.AlreadyStored(List<StoredEvent> stored) -> alreadyStored(batch, stored);
                case AppendResult.Conflict conflict -> refused(batch, conflict.describe() + "; " + REMEDY, null);
            };
        } catch (EventIdReusedException | LimitExceededException refusal) {
            return refused(batch, String.valueOf(refusal.getMessage()), refusal);
        }
    }

    private ImportReport refused(List<StoredEvent> batch, String found, @Nullable DaybookException cause) {
        if (batch.size() == 1) {
            throw new ImportException(batch.getFirst(), found, cause);
        }
        return halves(batch);
    }

    private ImportReport halves(List<StoredEvent> batch) {
        int middle = batch.size() / 2;
        ImportReport first = store(batch.subList(0, middle));
        return first.plus(store(batch.subList(middle, batch.size())));
    }

    /** Whether a log would take it as it is: no id twice, and no gap in the sequences of an aggregate. */
    private static boolean isOneAppend(List<StoredEvent> batch) {
        Set<UUID> ids = new HashSet<>();
        Map<String, Long> last = new HashMap<>();
        for (StoredEvent event : batch) {
            Long before = last.put(event.aggregateId(), event.sequence());
            if (!ids.add(event.id()) || (before != null && event.sequence() != before + 1)) {
                return false;
            }
        }
        return true;
    }

    /** On condition that each aggregate stands where its first event in the batch follows, so that each keeps its sequence. */
    private static Append append(List<StoredEvent> batch) {
        Set<String> aggregates = new HashSet<>();
        List<Condition> conditions = new ArrayList<>();
        for (StoredEvent event : batch) {
            if (event.sequence() < 1) {
                throw new ImportException(event, "sequences count from 1; " + REMEDY, null);
            }
            if (aggregates.add(event.aggregateId())) {
                conditions.add(Condition.expectedSequence(event.aggregateId(), event.sequence() - 1));
            }
        }
        return new Append(batch.stream().map(StoredEvent::event).toList(), conditions);
    }

    private static ImportReport alreadyStored(List<StoredEvent> batch, List<StoredEvent> stored) {
        for (int i = 0; i < batch.size(); i++) {
            if (batch.get(i).sequence() != stored.get(i).sequence()) {
                String found = "the log has it at sequence " + stored.get(i).sequence() + "; " + REMEDY;
                throw new ImportException(batch.get(i), found, null);
            }
        }
        return new ImportReport(0, batch.size());
    }
}
