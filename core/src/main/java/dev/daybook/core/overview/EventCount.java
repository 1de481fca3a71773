package dev.daybook.core.overview;

import java.time.Instant;

/**
 * How many events there are of something.
 *
 * @param events how many
 * @param first when the first of them in the log happened
 * @param last when the last of them in the log happened
 */
public record EventCount(long events, Instant first, Instant last) {

    static final EventCount NONE = new EventCount(0, Instant.EPOCH, Instant.EPOCH);

    EventCount with(Instant happened) {
        return new EventCount(events + 1, events == 0 ? happened : first, happened);
    }
}
