package dev.daybook.console.reading;

import dev.daybook.core.audit.AuditTrail;
import dev.daybook.jackson.export.Exports;
import dev.daybook.jackson.export.Redacted;
import dev.daybook.jackson.export.Redaction;
import dev.daybook.ports.event.StoredEvent;
import java.util.Collections;
import java.util.Set;

/** What somebody may see of events. Everything that shows events is given one, so that nothing can forget to mask. */
public final class Sight {

    private final AuditTrail trail;
    private final Redaction redaction;
    private final boolean whole;
    private final Set<String> registered;

    /**
     * A sight.
     *
     * @param registered the names of the event types of today
     */
    Sight(AuditTrail trail, Redaction redaction, boolean whole, Set<String> registered) {
        this.trail = trail;
        this.redaction = redaction;
        this.whole = whole;
        this.registered = registered;
    }

    /** Whether nothing is masked, whatever the event. */
    public boolean isWhole() {
        return whole;
    }

    public ShownEvent show(StoredEvent event) {
        Redacted redacted = redaction.apply(event);
        // From the masked event, so that what is masked cannot show in the words.
        return new ShownEvent(
                redacted.event(), redacted.paths(), trail.show(redacted.event()).description());
    }

    public StoredEvent see(StoredEvent event) {
        return redaction.apply(event).event();
    }

    /**
     * Whether nothing is masked in events of these types. Where something is masked in a type that is not one of today's, events of it can
     * have become any other.
     */
    boolean sees(Set<String> types) {
        Set<String> masked = redaction.types();
        return Collections.disjoint(masked, types) && registered.containsAll(masked);
    }

    /** An error can quote the event that it is about. */
    public String error(String text) {
        return whole ? text : Redaction.MASK;
    }

    /** Writers of the export formats for this sight. */
    public Exports exports() {
        return Exports.plain()
                .redacted(redaction)
                .described(event -> trail.show(event).description());
    }
}
