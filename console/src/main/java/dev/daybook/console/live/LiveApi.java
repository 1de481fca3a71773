package dev.daybook.console.live;

import dev.daybook.console.asking.Filters;
import dev.daybook.console.asking.Looks;
import dev.daybook.console.reading.Sight;
import dev.daybook.console.security.Role;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.console.web.Method;
import dev.daybook.console.web.Problem;
import dev.daybook.console.web.Route;
import dev.daybook.core.audit.AuditFilter;
import dev.daybook.ports.log.Query;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Events as they come, as server-sent events: with every filter that pages of events have. */
public final class LiveApi {

    private static final String LAST_EVENT_ID = "last-event-id";

    /** The same for callers who cannot set a header. */
    private static final String AFTER = "after";

    private static final Set<String> PARAMETERS = Filters.union(Filters.NARROWING, Set.of(AFTER, Looks.UNMASK));

    private final LiveEvents live;
    private final Looks looks;
    private final Semaphore streams;
    private final int most;

    /**
     * Streams of one log.
     *
     * @param most how many there may be at a time
     */
    public LiveApi(LiveEvents live, Looks looks, int most) {
        this.live = live;
        this.looks = looks;
        this.streams = new Semaphore(most);
        this.most = most;
    }

    public List<Route> routes() {
        return List.of(new Route(
                Method.GET, "/api/v1/live", Optional.of(Role.VIEWER), PARAMETERS, Route.Kind.LIVE, this::stream));
    }

    private Answer stream(Call call) {
        AuditFilter filter = Filters.narrowed(call);
        Sight sight = looks.of(call);
        EventStream stream =
                new EventStream(live, Query.of(filter.criteria()), filter.matcher(sight::see), sight, after(call));
        return Answer.live(out -> write(stream, out));
    }

    private void write(EventStream stream, OutputStream out) throws IOException {
        if (!streams.tryAcquire()) {
            throw Problem.tooMany("more than " + most + " streams are open; close one");
        }
        try {
            stream.to(out);
        } finally {
            streams.release();
        }
    }

    /** Behind which event it begins: behind the newest, where nothing is said. */
    private long after(Call call) {
        long after = call.number(AFTER, 0, Long.MAX_VALUE, live.log().head());
        Optional<String> header = Optional.ofNullable(call.headers().get(LAST_EVENT_ID));
        if (header.isPresent()) {
            return Call.whole(header.get())
                    .filter(position -> position >= 0)
                    .orElseThrow(() -> Call.wrong("Last-Event-ID", "a position", header.get()));
        }
        return after;
    }
}
