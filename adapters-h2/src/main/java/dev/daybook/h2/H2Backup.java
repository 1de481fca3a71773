package dev.daybook.h2;

import dev.daybook.jooq.NewFile;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.Stretch;
import dev.daybook.ports.storage.Storage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Continues an empty log in a new file with all there is. Event by event and not by H2's own means: each is checked on its way, and
 * the new file is as small as it can be.
 */
final class H2Backup {

    private static final int MOST_EVENTS = 1_000;
    private static final long MOST_BYTES = 8L << 20;

    private H2Backup() {}

    static void write(Path file, Path backup) {
        new H2File(file).requireThere();
        Path whole = new H2File(backup).path();
        H2File part = new H2File(whole.resolveSibling(whole.getFileName() + "-" + UUID.randomUUID() + ".part"));
        NewFile.write(part.path(), whole, () -> {
            try (Storage source = H2Storage.open(file);
                    Storage target = H2Storage.builder(part.path())
                            .durability(H2Durability.NORMAL)
                            .open()) {
                copy(source, target);
            }
        });
    }

    private static void copy(Storage source, Storage target) {
        List<StoredEvent> batch = new ArrayList<>();
        long bytes = 0;
        Range range = Range.all().upTo(source.log().head());
        try (EventCursor events = source.log().read(Query.all(), range)) {
            while (events.hasNext()) {
                StoredEvent event = events.next();
                batch.add(event);
                bytes += event.payload().size();
                if (batch.size() == MOST_EVENTS || bytes > MOST_BYTES || !events.hasNext()) {
                    target.continuation().take(new Stretch(batch));
                    batch.clear();
                    bytes = 0;
                }
            }
        }
    }
}
