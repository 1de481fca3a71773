package dev.daybook.core.repository;

import dev.daybook.core.replay.Timings;
import dev.daybook.core.snapshot.SnapshotFaults;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.storage.Storage;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What all repositories of one log share. {@link dev.daybook.core.Daybook#builder} puts it together.
 *
 * @param storage the log and its snapshots
 * @param events writes and reads events
 * @param states writes and reads states
 * @param clock says what time it is
 * @param ids gives event ids
 * @param snapshotEvery after how many events of an aggregate a snapshot is taken, 0 for never
 * @param attempts how many times a command is tried in all when others keep winning the race, at least 1
 * @param past keeps states of the past
 * @param loads counts how long loads take
 * @param snapshotFaults counts snapshots that cannot be used
 */
public record RepositoryParts(
        Storage storage,
        EventCodec events,
        StateCodec states,
        InstantSource clock,
        Supplier<UUID> ids,
        int snapshotEvery,
        int attempts,
        PastCache past,
        Timings loads,
        SnapshotFaults snapshotFaults) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is out of bounds
     */
    public RepositoryParts {
        if (snapshotEvery < 0) {
            throw new IllegalArgumentException(
                    "a snapshot every " + snapshotEvery + " events is not possible; 0 takes none");
        }
        if (attempts < 1) {
            throw new IllegalArgumentException(attempts + " attempts are too few; give at least 1");
        }
    }
}
