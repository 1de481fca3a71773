package dev.daybook.cli.doctor;

import dev.daybook.jackson.JsonText;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What can be said of events one after the other. */
final class History {

    private static final Duration AHEAD = Duration.ofDays(1);

    private final Check positions = new Check("positions");
    private final Check times = new Check("recorded times");
    private final Check payloads = new Check("payloads");
    private long position;
    private Instant recordedAt = Timestamps.EARLIEST;
    private long events;
    private long json;
    private long ahead;

    void add(StoredEvent event) {
        events++;
        position(event.position());
        time(event);
        payload(event);
    }

    /** What stands there was read, and could not be. */
    void damaged(long at) {
        position(at);
    }

    List<Check> end(long head) {
        if (position < head) {
            positions.fault("the log says that its last position is " + head + ", but nothing is read behind "
                    + position + ": the end is missing; restore a backup, or copy what is there by daybook copy");
        }
        positions.summary(position == 0 ? "the log is empty" : "1 to " + position);
        times.summary("up to " + (events == 0 ? "none" : recordedAt.toString()));
        if (ahead > 0) {
            times.note(ahead
                    + " events happened more than a day after they were recorded, as their timestamps say: the clock of"
                    + " whoever made them was ahead, or they tell of the future");
        }
        payloads.summary(events + " read, " + json + " of them JSON");
        return List.of(positions, times, payloads);
    }

    private void position(long found) {
        if (found != position + 1) {
            positions.fault(
                    found > position
                            ? "nothing is at position " + (position + 1)
                                    + (found == position + 2 ? "" : " to " + (found - 1))
                                    + ": events are missing; compare with a backup by daybook digest"
                            : "position " + found + " comes behind position " + position
                                    + ": an index is damaged; copy the log into a new one by daybook copy");
        }
        position = Math.max(position, found);
    }

    private void time(StoredEvent event) {
        if (event.recordedAt().isBefore(recordedAt)) {
            times.fault("the event at position " + event.position() + " was recorded at " + event.recordedAt()
                    + ", before the one in front of it, at " + recordedAt
                    + ": whoever wrote it has gone around the library; what was known when cannot be asked there");
        } else {
            recordedAt = event.recordedAt();
        }
        ahead += event.timestamp().isAfter(event.recordedAt().plus(AHEAD)) ? 1 : 0;
    }

    private void payload(StoredEvent event) {
        String type = event.payload().contentType();
        boolean says =
                type.equals("application/json") || type.startsWith("application/json;") || type.endsWith("+json");
        if (!says) {
            return;
        }
        json++;
        if (!JsonText.isJson(event.payload().bytes())) {
            payloads.fault("the payload of the event at position " + event.position() + " (" + event.type() + " of "
                    + event.aggregateId() + ") is called " + type
                    + ", but is not JSON that can be read: the service that wrote it"
                    + " has a codec of its own, or a fault");
        }
    }
}
