package dev.daybook.core.overview;

import dev.daybook.core.projection.PlainProjection;
import dev.daybook.core.projection.Recorded;
import dev.daybook.ports.event.StoredEvent;
import java.time.Instant;
import java.util.Optional;

/** Which aggregates there are, by their ids, and sorted by the type of their first events. */
public final class AggregateDirectory extends PlainProjection<AggregateSummary, StoredEvent> {

    private static final AggregateSummary NOTHING = new AggregateSummary(0, "", 0, Instant.EPOCH, "", 0, Instant.EPOCH);

    /** Of every aggregate of the log. */
    public AggregateDirectory() {
        super("daybook_aggregates", StoredEvent.class, NOTHING);
    }

    @Override
    public Optional<String> key(Recorded<StoredEvent> recorded) {
        return Optional.of(recorded.aggregateId());
    }

    @Override
    public AggregateSummary apply(AggregateSummary before, Recorded<StoredEvent> recorded) {
        StoredEvent event = recorded.stored();
        boolean isFirst = before.events() == 0;
        return new AggregateSummary(
                before.events() + 1,
                isFirst ? event.type().name() : before.firstType(),
                isFirst ? event.position() : before.firstPosition(),
                isFirst ? event.timestamp() : before.firstAt(),
                event.type().name(),
                event.position(),
                event.timestamp());
    }

    @Override
    public String sort(AggregateSummary aggregate) {
        return aggregate.firstType();
    }
}
