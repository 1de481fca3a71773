package dev.daybook.core.consumer;

import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.view.RowChange;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** The events that consumers have parked, for who does not run these consumers: an operator's tools. */
public final class DeadLetters {

    private final Storage storage;
    private final StateCodec states;

    /**
     * Of one log.
     *
     * @param storage where it is
     * @param states reads what is kept
     */
    public DeadLetters(Storage storage, StateCodec states) {
        this.storage = storage;
        this.states = states;
    }

    /**
     * What a consumer has parked.
     *
     * @param consumer the consumer's name
     * @return the events, oldest first
     */
    public List<ParkedEvent> of(String consumer) {
        return lot(consumer).all();
    }

    /**
     * Asks for parked events to be handled again. Who runs the consumer does so with its next event, or within about a minute if it rests
     * ({@link Work#rest}); if nobody does, whoever starts it next. What fails again stays parked, with its new error, and so does what
     * follows it of its aggregate.
     *
     * @param consumer the consumer's name
     * @param which those to try
     * @return how many are asked for
     */
    public int retry(String consumer, Predicate<ParkedEvent> which) {
        return change(consumer, which, ParkingLot::ask);
    }

    /**
     * Gives parked events up for good. The consumer is stopped for a moment, wherever it runs.
     *
     * @param consumer the consumer's name
     * @param which those to discard
     * @return how many were discarded
     */
    public int discard(String consumer, Predicate<ParkedEvent> which) {
        return change(consumer, which, ParkingLot::remove);
    }

    private int change(
            String consumer, Predicate<ParkedEvent> which, BiFunction<ParkingLot, ParkedEvent, RowChange> how) {
        ParkingLot lot = lot(consumer);
        while (lot.all().stream().anyMatch(which)) {
            try (Takeover standing = new Takeover(storage.consumers(), consumer)) {
                List<RowChange> changes = lot.all().stream()
                        .filter(which)
                        .map(parked -> how.apply(lot, parked))
                        .toList();
                if (standing.write(changes)) {
                    return changes.size();
                }
            }
        }
        return 0;
    }

    private ParkingLot lot(String consumer) {
        return new ParkingLot(storage.views(), states, InstantSource.system(), consumer);
    }
}
