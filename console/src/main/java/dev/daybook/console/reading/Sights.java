package dev.daybook.console.reading;

import dev.daybook.core.audit.AuditTrail;
import dev.daybook.jackson.export.Redaction;
import dev.daybook.ports.codec.EventCodec;
import java.util.Set;
import java.util.stream.Collectors;

/** The two ways to see a log. */
public final class Sights {

    private final Sight masked;
    private final Sight whole;

    Sights(AuditTrail trail, Redaction masking, EventCodec codec) {
        Set<String> registered = codec.eventClasses().stream()
                .map(eventClass -> codec.typeOf(eventClass).name())
                .collect(Collectors.toSet());
        this.whole = new Sight(trail, Redaction.none(), true, registered);
        this.masked = masking.equals(Redaction.none()) ? whole : new Sight(trail, masking, false, registered);
    }

    /** What everybody sees. */
    public Sight masked() {
        return masked;
    }

    /** Nothing masked: for those who may, and ask for it. */
    public Sight whole() {
        return whole;
    }
}
