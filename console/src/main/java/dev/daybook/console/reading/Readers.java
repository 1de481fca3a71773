package dev.daybook.console.reading;

import dev.daybook.core.Daybook;
import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.jackson.export.Redaction;
import java.util.Map;

/** Everything that a console reads. Safe for concurrent use. */
public final class Readers {

    private final Sights sights;
    private final EventReader events;
    private final StateReader states;

    /**
     * Readers of a log.
     *
     * @param masking what is masked for those who do not ask for more
     * @param aggregates the rules of aggregates, by how their ids begin
     */
    public Readers(Daybook daybook, Redaction masking, Map<String, Aggregate<?, ?, ?, ?>> aggregates) {
        this.sights = new Sights(daybook.auditTrail(), masking, daybook.events());
        this.events = new EventReader(daybook.storage().log(), daybook.auditTrail());
        this.states = new StateReader(daybook, aggregates);
    }

    public Sights sights() {
        return sights;
    }

    public EventReader events() {
        return events;
    }

    public StateReader states() {
        return states;
    }
}
