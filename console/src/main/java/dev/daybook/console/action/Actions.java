package dev.daybook.console.action;

import dev.daybook.console.security.Caller;
import dev.daybook.core.Daybook;
import dev.daybook.core.audit.AuditHealth;
import dev.daybook.core.audit.AuditSettings;
import dev.daybook.core.audit.AuditTrail;
import dev.daybook.core.context.Context;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.ports.storage.Storage;
import java.time.Duration;

/** Records what people do, before it is done: what cannot be recorded is not done. */
public final class Actions implements AutoCloseable {

    /** The aggregate that they are events of. */
    public static final String AGGREGATE = "daybook_console";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** With a codec of its own, as the user's does not know these events. */
    private final Daybook daybook;

    public Actions(Storage storage) {
        this.daybook = Daybook.builder(storage, JacksonCodec.of(ConsoleEvent.class))
                .audit(AuditSettings.standard().retryFor(Duration.ofSeconds(2)).closeWithin(PATIENCE))
                .build();
    }

    public void record(Caller caller, ConsoleEvent event) {
        AuditTrail trail = daybook.auditTrail();
        long lost = trail.health().lost();
        trail.record(event, AGGREGATE, Context.by(caller.name()));
        if (!trail.flush(PATIENCE) || trail.health().lost() != lost) {
            throw new NotRecordedException(trail.health()
                    .lastFailure()
                    .map(AuditHealth.Failure::message)
                    .orElse("the log did not take it within " + PATIENCE.toSeconds() + " seconds"));
        }
    }

    @Override
    public void close() {
        daybook.close();
    }
}
