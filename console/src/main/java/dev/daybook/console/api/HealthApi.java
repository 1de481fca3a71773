package dev.daybook.console.api;

import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.console.web.Problem;
import dev.daybook.console.web.Route;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.storage.StorageException;
import java.util.List;

/** Whether the process lives, and whether it can do its work: for those who start and stop it. */
final class HealthApi {

    private final EventLog log;

    HealthApi(EventLog log) {
        this.log = log;
    }

    List<Route> routes() {
        return List.of(
                Route.open("/health/live", Route.Kind.API, call -> status("live")),
                Route.open("/health/ready", Route.Kind.API, this::ready),
                Route.open("/health", Route.Kind.API, this::ready));
    }

    private Answer ready(Call call) {
        try {
            var unused = log.head();
            return status("ready");
        } catch (StorageException fault) {
            throw new Problem(503, "not-ready", "the log cannot be read at this moment: " + fault.fault());
        }
    }

    private static Answer status(String word) {
        return Answer.json(out -> {
            out.writeStartObject();
            out.writeStringProperty("status", word);
            out.writeEndObject();
        });
    }
}
