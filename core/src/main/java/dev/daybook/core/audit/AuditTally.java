package dev.daybook.core.audit;

import dev.daybook.ports.event.NewEvent;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Keeps count of what became of every event, so that no loss goes unseen. */
final class AuditTally {

    private static final System.Logger LOG = System.getLogger(AuditTrail.class.getName());

    private final InstantSource clock;
    private final LongAdder recorded = new LongAdder();
    private final LongAdder written = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private volatile boolean retrying;
    private volatile AuditHealth.@Nullable Failure failure;

    AuditTally(InstantSource clock) {
        this.clock = clock;
    }

    void recorded() {
        recorded.increment();
    }

    void written(int count) {
        written.add(count);
        retrying = false;
    }

    void lost(List<NewEvent> events, String why, @Nullable Throwable cause) {
        for (NewEvent event : events) {
            lost(identity(event), why, cause);
        }
    }

    void lost(String identity, String why, @Nullable Throwable cause) {
        lost.increment();
        retrying = false;
        failed("lost " + identity + ": " + why, cause);
    }

    void retrying(Throwable cause) {
        boolean first = !retrying;
        retrying = true;
        if (first) {
            failed("the storage has a fault and is tried again: " + cause.getMessage(), cause);
        }
    }

    AuditHealth health(boolean closed) {
        long gone = lost.sum();
        long stored = written.sum();
        // Read last, so that nothing seems to be written or lost that was never recorded.
        long all = recorded.sum();
        AuditHealth.State state =
                closed ? AuditHealth.State.CLOSED : retrying ? AuditHealth.State.RETRYING : AuditHealth.State.RUNNING;
        return new AuditHealth(all, stored, gone, all - stored - gone, state, failure);
    }

    private void failed(String message, @Nullable Throwable cause) {
        failure = new AuditHealth.Failure(clock.instant(), message);
        LOG.log(System.Logger.Level.ERROR, message, cause);
    }

    private static String identity(NewEvent event) {
        return "event " + event.id() + " of " + event.aggregateId() + ", type " + event.type() + ", which happened at "
                + event.timestamp();
    }
}
