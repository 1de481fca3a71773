package dev.daybook.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.daybook.core.Daybook;
import dev.daybook.core.DaybookBuilder;
import dev.daybook.core.audit.AuditTrail;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.storage.Storage;
import java.time.Clock;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/**
 * Binds a storage, its codecs, the clock, and on them the one {@link Daybook} and its {@link AuditTrail}. Whoever prefers
 * constructors uses {@link Daybook#builder}, which is all this module does.
 *
 * <p>Guice closes nothing. Whoever ends the service closes the {@link Daybook} first, which writes what the audit trail has
 * recorded, and whoever opened the storage closes it afterwards; with {@link DaybookBuilder#closesStorage} among the settings, the
 * daybook does both.
 */
public final class DaybookModule extends AbstractModule {

    private final Storage storage;
    private final EventCodec events;
    private final StateCodec states;
    private final InstantSource clock;
    private final UnaryOperator<DaybookBuilder> settings;

    private DaybookModule(
            Storage storage,
            EventCodec events,
            StateCodec states,
            InstantSource clock,
            UnaryOperator<DaybookBuilder> settings) {
        this.storage = storage;
        this.events = events;
        this.states = states;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Binds a storage and a codec for both events and states, with the system's clock.
     *
     * @param storage keeps the log and its snapshots; stays the caller's to close
     * @param codec writes and reads events and states
     * @param <C> the codec
     * @return the module
     */
    public static <C extends EventCodec & StateCodec> DaybookModule of(Storage storage, C codec) {
        return of(storage, codec, codec);
    }

    /**
     * Binds a storage and two codecs, with the system's clock.
     *
     * @param storage keeps the log and its snapshots; stays the caller's to close
     * @param events writes and reads events
     * @param states writes and reads states
     * @return the module
     */
    public static DaybookModule of(Storage storage, EventCodec events, StateCodec states) {
        return new DaybookModule(storage, events, states, Clock.systemUTC(), UnaryOperator.identity());
    }

    /**
     * The same with another clock.
     *
     * @param source says what time it is
     * @return a changed copy
     */
    public DaybookModule clock(InstantSource source) {
        return new DaybookModule(storage, events, states, source, settings);
    }

    /**
     * The same with other settings.
     *
     * @param change makes them on the builder, such as {@code daybook -> daybook.snapshotEvery(500)}; the clock is the module's
     * @return a changed copy
     */
    public DaybookModule settings(UnaryOperator<DaybookBuilder> change) {
        return new DaybookModule(storage, events, states, clock, change);
    }

    @Override
    protected void configure() {
        bind(Storage.class).toInstance(storage);
        bind(EventCodec.class).toInstance(events);
        bind(StateCodec.class).toInstance(states);
        bind(InstantSource.class).toInstance(clock);
    }

    @Provides
    @Singleton
    Daybook daybook() {
        return settings.apply(Daybook.builder(storage, events, states))
                .clock(clock)
                .build();
    }

    @Provides
    AuditTrail auditTrail(Daybook daybook) {
        return daybook.auditTrail();
    }
}
