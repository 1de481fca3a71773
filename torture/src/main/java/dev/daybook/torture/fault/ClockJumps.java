package dev.daybook.torture.fault;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.storage.Storage;
import dev.daybook.torture.engine.Opening;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** The machine's clock jumps by an hour, both ways. */
final class ClockJumps implements Inflicted {

    private static final int JUMPS = 40;

    @Override
    public String on(Trial trial) {
        AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
        Opening jumping =
                Opening.usual().clock(() -> Clock.systemUTC().instant().plus(offset.get()));
        Instant last = Instant.MIN;
        try (Storage storage = trial.site().open(jumping)) {
            for (int jump = 0; jump < JUMPS; jump++) {
                for (StoredEvent event : trial.store(storage, trial.append(2))) {
                    Trial.require(!event.recordedAt().isBefore(last), "recordedAt steps back: " + event);
                    last = event.recordedAt();
                }
                offset.set(offset.get().plusHours(trial.random().nextBoolean() ? 1 : -1));
            }
        }
        trial.check();
        return JUMPS + " jumps of an hour, there and back; recordedAt never decreases";
    }
}
