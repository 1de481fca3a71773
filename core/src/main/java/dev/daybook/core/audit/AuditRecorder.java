package dev.daybook.core.audit;

import dev.daybook.core.context.Context;
import dev.daybook.core.context.Envelopes;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.log.EventLog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Takes events from callers who must not wait, and hands them to one thread that writes. */
final class AuditRecorder {

    private final Envelopes envelopes;
    private final AuditQueue queue;
    private final AuditTally tally;
    private final AuditWriter writer;
    private final Duration closeWithin;

    /** Started by the first event: who only reads a trail needs no thread. */
    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();

    AuditRecorder(Envelopes envelopes, EventLog log, InstantSource clock, AuditSettings settings) {
        this.envelopes = envelopes;
        this.queue = new AuditQueue(settings.queue());
        this.tally = new AuditTally(clock);
        this.writer = new AuditWriter(queue, log, tally, settings.retryFor());
        this.closeWithin = settings.closeWithin();
    }

    void record(Object event, String aggregateId, Context context) {
        tally.recorded();
        try {
            NewEvent sealed = envelopes
                    .seal(aggregateId, List.of(event), any -> Set.of(), context, envelopes.idsOf(context))
                    .getFirst();
            if (queue.offer(sealed)) {
                ensureStarted();
            } else {
                tally.lost(List.of(sealed), queue.isClosed() ? "the audit trail is closed" : full(), null);
            }
        } catch (RuntimeException | Error failure) {
            tally.lost("an event of " + aggregateId, "it cannot be stored: " + failure.getMessage(), failure);
        }
    }

    boolean flush(Duration atMost) {
        try {
            return queue.awaitSettled(atMost);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    AuditHealth health() {
        return tally.health(queue.isClosed());
    }

    void close() {
        queue.close();
        if (!flush(closeWithin)) {
            writer.giveUp();
            List<NewEvent> left = queue.abandon();
            tally.lost(left, "the audit trail was closed and the storage did not take it within " + closeWithin, null);
            queue.settle(left.size());
        }
    }

    private void ensureStarted() {
        if (thread.getPlain() == null) {
            Thread writing = Thread.ofPlatform().daemon().name("daybook-audit").unstarted(writer);
            if (thread.compareAndSet(null, writing)) {
                writing.start();
            }
        }
    }

    private static String full() {
        return "the queue of the audit trail is full, because the storage is slower than what is recorded or has a fault";
    }
}
