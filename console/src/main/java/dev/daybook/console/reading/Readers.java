package dev.daybook.console.reading;

import dev.daybook.core.Daybook;
import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.core.consumer.EventConsumer;
import dev.daybook.core.projection.Projector;
import dev.daybook.core.projection.Versions;
import dev.daybook.jackson.export.Redaction;
import java.util.List;
import java.util.Map;

/** Everything that a console reads. Safe for concurrent use. */
public final class Readers implements AutoCloseable {

    /**
     * What a console was told besides the log.
     *
     * @param masking what is masked for those who do not ask for more
     * @param aggregates the rules of aggregates, by how their ids begin
     */
    public record Told(
            Redaction masking,
            Map<String, Aggregate<?, ?, ?, ?>> aggregates,
            List<EventConsumer> consumers,
            List<Projector<?, ?>> projectors,
            List<Versions<?>> versions) {}

    private final Sights sights;
    private final EventReader events;
    private final AggregateReader aggregates;
    private final StateReader states;
    private final SnapshotReader snapshots;
    private final HistogramReader histograms;
    private final FigureReader figures;
    private final ConsumerReader consumers;
    private final ViewReader views;

    public Readers(Daybook daybook, Told told) {
        this.sights = new Sights(daybook.auditTrail(), told.masking(), daybook.events());
        this.events = new EventReader(daybook.storage().log(), daybook.auditTrail());
        this.aggregates = new AggregateReader(daybook.storage().log());
        this.states = new StateReader(daybook, told.aggregates());
        this.snapshots = new SnapshotReader(daybook, states, sights.whole());
        this.histograms = new HistogramReader(daybook);
        this.figures = new FigureReader(daybook);
        this.consumers = new ConsumerReader(daybook, events, told.consumers());
        this.views = new ViewReader(daybook, consumers, told.projectors(), told.versions());
    }

    public Sights sights() {
        return sights;
    }

    public EventReader events() {
        return events;
    }

    public AggregateReader aggregates() {
        return aggregates;
    }

    public StateReader states() {
        return states;
    }

    public SnapshotReader snapshots() {
        return snapshots;
    }

    public HistogramReader histograms() {
        return histograms;
    }

    public FigureReader figures() {
        return figures;
    }

    public ConsumerReader consumers() {
        return consumers;
    }

    public ViewReader views() {
        return views;
    }

    /** Keeps what was counted, for who opens the log next. */
    @Override
    public void close() {
        histograms.close();
    }
}
