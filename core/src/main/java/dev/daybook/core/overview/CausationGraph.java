package dev.daybook.core.overview;

import dev.daybook.core.projection.PlainProjection;
import dev.daybook.core.projection.Recorded;
import dev.daybook.core.projection.View;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.view.SortKey;
import java.util.List;
import java.util.Optional;

/**
 * What has caused what: a row for each event by its id, sorted by the id of its cause. So the cause of an event is in its row, and its
 * effects are those that are sorted by its id.
 */
public final class CausationGraph extends PlainProjection<Effect, StoredEvent> {

    /** Of every event of the log. */
    public CausationGraph() {
        super("daybook_causation", StoredEvent.class, new Effect("", "", 0, "", ""));
    }

    /**
     * What an event or a command has caused directly.
     *
     * @param graph the view of this projection
     * @param cause the id of the event or the command
     * @param afterId those behind this event id, empty for the first
     * @param limit how many at most
     * @return the effects, by event id
     */
    public static List<View.Entry<Effect>> effects(View<Effect> graph, String cause, String afterId, int limit) {
        return graph.sorted(new SortKey(cause, afterId), cause, limit);
    }

    @Override
    public Optional<String> key(Recorded<StoredEvent> recorded) {
        return Optional.of(recorded.stored().id().toString());
    }

    @Override
    public Effect apply(Effect before, Recorded<StoredEvent> recorded) {
        StoredEvent event = recorded.stored();
        return new Effect(
                event.metadata().causationId().orElse(""),
                event.metadata().correlationId().orElse(""),
                event.position(),
                event.type().name(),
                event.aggregateId());
    }

    @Override
    public String sort(Effect effect) {
        return effect.cause();
    }
}
