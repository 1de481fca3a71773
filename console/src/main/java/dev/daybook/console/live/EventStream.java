package dev.daybook.console.live;

import dev.daybook.console.reading.Sight;
import dev.daybook.console.web.Answer;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** The events of one caller: first those that he has missed, then those that come. Ends when he is gone, or too slow. */
final class EventStream implements Answer.Body {

    /** Something is sent that often, so that neither end takes the other for dead. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    /** A caller who is less behind than this is given the rest by the follower. */
    private static final int PAGE = 1_000;

    private final LiveEvents live;
    private final Query query;
    private final Predicate<StoredEvent> wanted;
    private final Sight sight;
    private final long after;

    /**
     * A stream, to be written by one thread.
     *
     * @param query which events, as far as the log can tell
     * @param wanted which events
     * @param after behind which position it begins
     */
    EventStream(LiveEvents live, Query query, Predicate<StoredEvent> wanted, Sight sight, long after) {
        this.live = live;
        this.query = query;
        this.wanted = wanted;
        this.sight = sight;
        this.after = after;
    }

    @Override
    public void to(OutputStream out) throws IOException {
        Subscriber subscriber = new Subscriber();
        text(out, "retry: 2000\n\n");
        try {
            long position = past(out, after, live.log().head());
            long given = live.add(subscriber);
            position = past(out, position, given);
            text(out, ": follows\n\n");
            follow(out, subscriber, position);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } finally {
            live.remove(subscriber);
        }
    }

    /** What was stored up to a position; answers how far it has come. */
    private long past(OutputStream out, long from, long upTo) throws IOException {
        if (from >= upTo) {
            return from;
        }
        int unflushed = 0;
        try (EventCursor events = live.log().read(query, Range.all().after(from).upTo(upTo))) {
            while (events.hasNext()) {
                StoredEvent event = events.next();
                if (wanted.test(event)) {
                    out.write(new LiveEvent(event, sight).frame(sight));
                    if (++unflushed % PAGE == 0) {
                        out.flush();
                    }
                }
            }
        }
        out.flush();
        return upTo;
    }

    private void follow(OutputStream out, Subscriber subscriber, long from) throws IOException, InterruptedException {
        long position = from;
        while (!live.isClosed()) {
            List<LiveEvent> events = subscriber.take(HEARTBEAT);
            for (LiveEvent event : events) {
                if (event.position() > position && wanted.test(event.event())) {
                    out.write(event.frame(sight));
                }
                position = Math.max(position, event.position());
            }
            if (subscriber.isOverrun()) {
                text(out, "id: " + position + "\nevent: overrun\ndata: {\"resume_after\":" + position + "}\n\n");
                return;
            }
            if (events.isEmpty()) {
                // The caller goes on from here, even if nothing of late was for him.
                text(out, "id: " + position + "\n: still here\n\n");
            } else {
                out.flush();
            }
        }
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
