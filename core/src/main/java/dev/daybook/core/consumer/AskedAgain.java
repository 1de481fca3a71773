package dev.daybook.core.consumer;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.ports.view.RowChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Handles again what somebody has asked for who does not run the consumer. What fails again stays parked with its new error, and so does
 * what follows it of its aggregate.
 */
final class AskedAgain implements Errand {

    private final Work work;
    private final EventLog log;

    AskedAgain(Work work, EventLog log) {
        this.work = work;
        this.log = log;
    }

    @Override
    public List<RowChange> run(ParkingLot lot) {
        List<RowChange> changes = new ArrayList<>(lot.unasked());
        Set<String> failed = new HashSet<>();
        for (ParkedEvent parked : lot.asked()) {
            if (failed.contains(parked.aggregateId())) {
                continue;
            }
            try {
                work.handle(event(log, parked));
                changes.add(lot.remove(parked));
            } catch (StorageException e) {
                throw e;
            } catch (Exception e) {
                failed.add(parked.aggregateId());
                changes.add(lot.failed(parked, e.toString()));
            }
        }
        return changes;
    }

    /** Nobody waits: the rows tell what has become of it. */
    @Override
    public void end(@Nullable Throwable failure) {}

    /** What is parked. */
    static StoredEvent event(EventLog log, ParkedEvent parked) {
        try (EventCursor events = log.read(Query.all(), Range.at(parked.position()))) {
            return events.next();
        }
    }
}
