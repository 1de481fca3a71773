package dev.daybook.core.consumer;

import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.ports.view.RowChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a consumer's thread does: has the lease, handles what comes, and keeps the checkpoint. */
final class ConsumerLoop implements Runnable {

    private final String name;
    private final Work work;
    private final ConsumerSettings settings;
    private final EventLog log;
    private final Leases leases;
    private final Checkpoint checkpoint;
    private final ParkingLot lot;
    private final Pulse pulse;
    private final Rest rest = new Rest();
    private final Errands errands;
    private final Attempts attempts;
    private final Batches batches;

    ConsumerLoop(
            String name,
            Feed feed,
            Work work,
            ConsumerSettings settings,
            ConsumerParts parts,
            ParkingLot lot,
            Pulse pulse) {
        this.name = name;
        this.work = work;
        this.settings = settings;
        this.log = parts.storage().log();
        this.leases = parts.leases();
        this.checkpoint = new Checkpoint(name, parts, lot, pulse, settings.batch());
        this.lot = lot;
        this.pulse = pulse;
        this.attempts = new Attempts(settings);
        this.errands = new Errands(name, rest);
        this.batches = new Batches(log, feed, work, settings, lot, attempts, pulse, rest, parts.clock());
    }

    /** Ends it when the event at hand is handled. */
    void stop() {
        rest.end();
    }

    /** It does nothing any more, except what it is in the middle of. */
    boolean isOver() {
        return rest.isOver();
    }

    /** It may have something to do. */
    void wake() {
        rest.wake();
    }

    /** It looks again at once if it waits for events; a pause after a failure is not cut short. */
    void nudge() {
        rest.nudge();
    }

    /** False if it has ended, and nobody will run it. */
    boolean add(Errand errand) {
        return errands.add(errand);
    }

    @Override
    public void run() {
        try {
            while (!rest.isOver()) {
                turn();
            }
        } finally {
            rest.end();
            errands.end();
        }
    }

    private void turn() {
        Lease lease = null;
        try {
            lease = claim();
            if (lease != null) {
                begin();
                follow(lease);
            }
        } catch (LostLeaseException e) {
            leases.drop(e.lease());
        } catch (GaveUpException e) {
            giveUp(String.valueOf(e.getMessage()));
        } catch (StorageException e) {
            pulse.failed(String.valueOf(e.getMessage()));
            if (e.fault() == Fault.CLOSED) {
                giveUp("the storage was closed");
            } else {
                pulse.is(ConsumerHealth.Status.RETRYING, "waits for the storage");
                rest.pause(attempts.storagePause());
            }
        } catch (RuntimeException e) {
            pulse.failed(e.toString());
            rest.pause(settings.longestPause());
        } finally {
            end(lease);
        }
    }

    /** In this order, so that whoever is told that it has stopped can start it again. */
    private void giveUp(String why) {
        rest.end();
        pulse.is(ConsumerHealth.Status.STOPPED, why);
    }

    private @Nullable Lease claim() {
        LeaseWatch watch = new LeaseWatch();
        while (!rest.isOver()) {
            Lease lease = pulse.during(
                    "asks for the lease",
                    () -> leases.claim(name, settings.leaseValidity(), watch).orElse(null));
            if (lease != null) {
                return lease;
            }
            pulse.is(ConsumerHealth.Status.STANDBY, "another process has the lease");
            rest.pause(settings.leaseValidity().dividedBy(4));
        }
        return null;
    }

    private void begin() {
        work.forget();
        lot.load();
        checkpoint.load();
        long position = checkpoint.position();
        pulse.during("looks at what was left", () -> work.refusal(position)).ifPresent(why -> {
            throw new GaveUpException(why);
        });
        pulse.is(ConsumerHealth.Status.RUNNING, "runs");
    }

    private void end(@Nullable Lease lease) {
        if (lease == null) {
            return;
        }
        try {
            leases.release(lease);
        } catch (StorageException e) {
            // It will be found unused.
            pulse.failed(String.valueOf(e.getMessage()));
        }
    }

    private void follow(Lease lease) {
        if (lot.isAsked()) {
            run(lease, new AskedAgain(work, log));
        }
        while (!rest.isOver() && leases.isHeld(lease)) {
            Errand errand = errands.next();
            if (errand != null) {
                run(lease, errand);
                continue;
            }
            if (act(lease)) {
                continue;
            }
            checkpoint.keepDue(lease);
            long head = log.head();
            if (head > checkpoint.position()) {
                pass(lease, head);
            } else {
                pulse.is(ConsumerHealth.Status.RUNNING, "has handled everything");
                Duration atMost = checkpoint.due(work.rest());
                rest.await(() -> log.awaitBeyond(checkpoint.position(), atMost));
            }
        }
        if (leases.isHeld(lease)) {
            checkpoint.keepPending(lease);
        }
    }

    /** Does what is due without an event. False if there was nothing. */
    private boolean act(Lease lease) {
        Exception failed = null;
        pulse.begin("does what is due");
        try {
            if (!work.act(checkpoint.position())) {
                return false;
            }
        } catch (StorageException e) {
            throw e;
        } catch (Exception e) {
            failed = e;
        } finally {
            pulse.end();
        }
        if (failed == null || hasPutAside(String.valueOf(failed.getMessage()))) {
            attempts.acted();
            checkpoint.keep(lease, work.takeChanges());
        }
        return true;
    }

    /** After a failure without an event: pauses before another attempt, or has it put aside, or gives up. */
    private boolean hasPutAside(String error) {
        pulse.failed(error);
        if (attempts.actFailed()) {
            pulse.is(
                    ConsumerHealth.Status.RETRYING,
                    "tries it again, attempt " + attempts.next() + " of " + settings.attempts());
            rest.pause(attempts.pause());
            return false;
        }
        if (settings.whenFailing() == ConsumerSettings.WhenFailing.STOP || !work.putAside(error)) {
            throw new GaveUpException(
                    "stopped after " + settings.attempts() + " attempts; start it again when the cause is gone");
        }
        return true;
    }

    /** Handles the next batch and keeps what came of it. */
    private void pass(Lease lease, long head) {
        Batches.Handled batch = batches.next(checkpoint.position(), head);
        checkpoint.keep(lease, batch.reached(), batch.events(), batch.changes());
        Batches.FailedEvent failed = batch.failed();
        if (failed != null) {
            checkpoint.keepPending(lease);
            overcome(lease, failed);
        }
    }

    /** After a failure: pauses before another attempt, parks the event, or gives up. */
    private void overcome(Lease lease, Batches.FailedEvent failed) {
        StoredEvent event = failed.event();
        String error = "the event at position " + event.position() + " (" + event.type() + " of " + event.aggregateId()
                + ") cannot be handled: " + failed.error();
        pulse.failed(error);
        if (attempts.failed(event.position())) {
            pulse.is(
                    ConsumerHealth.Status.RETRYING,
                    "tries the event at position " + event.position() + " again, attempt " + attempts.next() + " of "
                            + settings.attempts());
            rest.pause(attempts.pause());
            return;
        }
        if (settings.whenFailing() == ConsumerSettings.WhenFailing.STOP) {
            throw new GaveUpException("stopped at the event at position " + event.position() + " after "
                    + settings.attempts() + " attempts; start it again when the cause is gone");
        }
        checkpoint.keep(
                lease,
                event.position(),
                0,
                List.of(lot.park(event, failed.error().toString())));
    }

    private void run(Lease lease, Errand errand) {
        try {
            List<RowChange> changes = new ArrayList<>(errand.run(lot));
            changes.addAll(work.takeChanges());
            checkpoint.keep(lease, changes);
            errand.end(null);
        } catch (LostLeaseException e) {
            errand.end(new IllegalStateException(name + " has lost its lease; ask the process that has it"));
            throw e;
        } catch (Exception e) {
            work.forget();
            lot.load();
            errand.end(e);
        }
    }
}
