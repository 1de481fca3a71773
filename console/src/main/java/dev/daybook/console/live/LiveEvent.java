package dev.daybook.console.live;

import dev.daybook.console.reading.Sight;
import dev.daybook.ports.event.StoredEvent;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An event on its way to several callers: written once for each way to see it, however many see it so. */
final class LiveEvent {

    private final StoredEvent event;
    private final Sight masked;
    private byte @Nullable [] maskedFrame;
    private byte @Nullable [] wholeFrame;

    LiveEvent(StoredEvent event, Sight masked) {
        this.event = event;
        this.masked = masked;
    }

    StoredEvent event() {
        return event;
    }

    long position() {
        return event.position();
    }

    /** As server-sent events have it (HTML, section 9.2): its position is what a caller goes on from. */
    synchronized byte[] frame(Sight sight) {
        if (sight == masked) {
            if (maskedFrame == null) {
                maskedFrame = written(sight);
            }
            return maskedFrame;
        }
        if (wholeFrame == null) {
            wholeFrame = written(sight);
        }
        return wholeFrame;
    }

    private byte[] written(Sight sight) {
        // JSON of one line: a line feed would end the field.
        String text = "id: " + event.position() + "\nevent: event\ndata: "
                + sight.show(event).json() + "\n\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
