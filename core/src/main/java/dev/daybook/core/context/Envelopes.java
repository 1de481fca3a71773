package dev.daybook.core.context;

import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes a user's event objects into what a log takes: encoded, with id, time, metadata and tags. Safe for concurrent use. */
public final class Envelopes {

    private final EventCodec codec;
    private final InstantSource clock;
    private final Supplier<UUID> ids;

    /**
     * From ports.
     *
     * @param codec encodes the events
     * @param clock gives the time where a context has none
     * @param ids gives event ids where a context has none
     */
    public Envelopes(EventCodec codec, InstantSource clock, Supplier<UUID> ids) {
        this.codec = codec;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Where the ids of a call's events come from.
     *
     * @param context what came with the call
     * @return the context's ids, or the library's own
     */
    public Supplier<UUID> idsOf(Context context) {
        return context.eventIds().orElse(ids);
    }

    /**
     * Makes the events of one decision ready; they bear one time.
     *
     * @param aggregateId the stream they belong to
     * @param events the user's objects, oldest first
     * @param tags the labels of an event, besides the context's
     * @param context what came with the command
     * @param eventIds asked once for each event, in order
     * @param <E> the events
     * @return as many events, in the same order
     * @throws dev.daybook.ports.codec.UnknownEventException if a class is not registered
     * @throws dev.daybook.ports.codec.CodecException if an event cannot be written
     * @throws IllegalArgumentException if the aggregate id or the time cannot be stored
     */
    public <E> List<NewEvent> seal(
            String aggregateId,
            List<? extends E> events,
            Function<? super E, Set<Tag>> tags,
            Context context,
            Supplier<UUID> eventIds) {
        Instant timestamp = context.timestamp().orElseGet(clock::instant);
        List<NewEvent> sealed = new ArrayList<>(events.size());
        for (E event : events) {
            sealed.add(new NewEvent(
                    eventIds.get(),
                    aggregateId,
                    codec.typeOf(event.getClass()),
                    codec.encode(event),
                    timestamp,
                    context.metadata(),
                    both(tags.apply(event), context.tags())));
        }
        return sealed;
    }

    private static Set<Tag> both(Set<Tag> own, Set<Tag> given) {
        if (given.isEmpty()) {
            return own;
        }
        Set<Tag> both = new HashSet<>(own);
        both.addAll(given);
        return both;
    }
}
