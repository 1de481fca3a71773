package dev.daybook.torture.fault;

import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.testkit.server.Wire;
import dev.daybook.torture.engine.Opening;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The wire to a server is cut, slow or silent, before a COMMIT gets there and before its answer is back. */
final class CutWire implements Inflicted {

    private static final String COMMIT = "COMMIT";
    private static final int TIMES = 5;
    private static final Duration SLOW = Duration.ofMillis(40);
    private static final Duration BOUND = Duration.ofSeconds(60);

    private static final Map<String, Consumer<Wire>> WAYS = new TreeMap<>(Map.of(
            "cut before COMMIT", wire -> wire.cutBefore(COMMIT),
            "cut before the answer to COMMIT", wire -> wire.cutBeforeTheAnswerTo(COMMIT),
            "silent before COMMIT", wire -> wire.fallSilentBefore(COMMIT),
            "silent before the answer to COMMIT", wire -> wire.fallSilentBeforeTheAnswerTo(COMMIT),
            "cut at any time", Wire::cut,
            "slow", wire -> wire.delay(SLOW)));

    @Override
    public String on(Trial trial) {
        int unknown = 0;
        try (Wire wire = Wire.to(trial.site().server().port())) {
            Opening opening = Opening.usual()
                    .lockWait(Duration.ofMillis(500))
                    .timeout(Duration.ofSeconds(1))
                    .patience(Duration.ofSeconds(trial.random().nextInt(2)));
            String place = trial.site().place(wire.port());
            try (Storage storage = trial.site().engine().open(place, opening)) {
                trial.fill(storage, 2);
                for (Map.Entry<String, Consumer<Wire>> way : WAYS.entrySet()) {
                    for (int time = 0; time < TIMES; time++) {
                        way.getValue().accept(wire);
                        unknown += storeAtLast(trial, storage, way.getKey());
                        Trial.require(wire.hasSprung(), way.getKey() + ": the moment never came");
                        wire.delay(Duration.ZERO);
                    }
                    trial.check();
                }
            }
        }
        return TIMES + " times each " + String.join(", ", WAYS.keySet()) + ": every append stored once, " + unknown
                + " called unknown and then found by their ids";
    }

    private static int storeAtLast(Trial trial, Storage storage, String way) {
        Append append = trial.append(1 + trial.random().nextInt(3));
        long end = System.nanoTime() + BOUND.toNanos();
        int unknown = 0;
        while (true) {
            try {
                trial.store(storage, append);
                return unknown;
            } catch (StorageException e) {
                unknown += e.fault() == Fault.UNKNOWN ? 1 : 0;
                Trial.require(System.nanoTime() < end, way + ": not stored within " + BOUND + ": " + e);
            }
        }
    }
}
