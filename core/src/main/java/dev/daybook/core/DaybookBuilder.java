package dev.daybook.core;

import dev.daybook.core.audit.AuditSettings;
import dev.daybook.core.replay.Timings;
import dev.daybook.core.repository.PastCache;
import dev.daybook.core.repository.RepositoryParts;
import dev.daybook.core.snapshot.SnapshotFaults;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.storage.Storage;
import java.time.Clock;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The settings of a {@link Daybook}, each with a usual value; begun with {@link Daybook#builder(Storage, EventCodec, StateCodec)}. */
public final class DaybookBuilder {

    private static final int SNAPSHOT_EVERY = 1_000;
    private static final int ATTEMPTS = 10;

    private final Storage storage;
    private final EventCodec events;
    private final StateCodec states;
    private InstantSource clock = Clock.systemUTC();
    private @Nullable Supplier<UUID> ids;
    private int snapshotEvery = SNAPSHOT_EVERY;
    private int attempts = ATTEMPTS;
    private AuditSettings audit = AuditSettings.standard();
    private boolean closesStorage;

    DaybookBuilder(Storage storage, EventCodec events, StateCodec states) {
        this.storage = storage;
        this.events = events;
        this.states = states;
    }

    /**
     * Another clock than the system's.
     *
     * @param source says what time it is
     * @return this builder
     */
    public DaybookBuilder clock(InstantSource source) {
        clock = source;
        return this;
    }

    /**
     * Other event ids than UUIDs of version 7.
     *
     * @param source gives an id at each call, never one twice; called by many threads
     * @return this builder
     */
    public DaybookBuilder eventIds(Supplier<UUID> source) {
        ids = source;
        return this;
    }

    /**
     * Snapshots at another distance than 1,000 events.
     *
     * @param eventsOfOneAggregate after how many a snapshot is taken, 0 for never
     * @return this builder
     */
    public DaybookBuilder snapshotEvery(int eventsOfOneAggregate) {
        snapshotEvery = eventsOfOneAggregate;
        return this;
    }

    /**
     * Another bound than 10 for trying a command when others keep winning the race.
     *
     * @param inAll how many times it is tried in all, at least 1
     * @return this builder
     */
    public DaybookBuilder attempts(int inAll) {
        attempts = inAll;
        return this;
    }

    /**
     * Another way for the audit trail to record.
     *
     * @param settings queue, patience and words
     * @return this builder
     */
    public DaybookBuilder audit(AuditSettings settings) {
        audit = settings;
        return this;
    }

    /**
     * Gives the storage away: it is closed with the daybook.
     *
     * @return this builder
     */
    public DaybookBuilder closesStorage() {
        closesStorage = true;
        return this;
    }

    /**
     * The daybook.
     *
     * @return everything that runs on the log; to be closed
     * @throws IllegalArgumentException if a number is out of bounds
     */
    public Daybook build() {
        RepositoryParts parts = new RepositoryParts(
                storage,
                events,
                states,
                clock,
                ids == null ? new EventIds(clock)::next : ids,
                snapshotEvery,
                attempts,
                PastCache.standard(clock),
                new Timings(),
                new SnapshotFaults());
        return new Daybook(parts, audit, closesStorage ? storage : null);
    }
}
