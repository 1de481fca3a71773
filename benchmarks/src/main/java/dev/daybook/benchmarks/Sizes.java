package dev.daybook.benchmarks;

import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Storage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How large the file becomes. */
final class Sizes {

    private final SqliteEngine engine;
    private final Report report;
    private final byte[] payload = Samples.payload();

    Sizes(SqliteEngine engine, Report report) {
        this.engine = engine;
        this.report = report;
    }

    /** All indexes in, after a million events. */
    void plain() throws Exception {
        int events = 1_000_000;
        try (Storage storage = engine.open("size")) {
            Appends.fill(storage, events);
        }
        double each = (double) Files.size(engine.file("size")) / events;
        report.bound(
                "bytes in the file per event of " + payload.length + " bytes, no tags and metadata",
                "%.0f bytes".formatted(each),
                each,
                "bytes",
                330);
    }

    /** What an actor and a tag add. */
    void details() throws Exception {
        int events = 100_000;
        long plain = sizeOf("plain", events, Extra.NONE);
        long actor = sizeOf("actor", events, Extra.ACTOR);
        long tag = sizeOf("tag", events, Extra.TAG);
        report.note("an actor of 5 characters adds %.0f bytes an event, a tag of 14 characters %.0f"
                .formatted((double) (actor - plain) / events, (double) (tag - plain) / events));
    }

    private enum Extra {
        NONE,
        ACTOR,
        TAG
    }

    private long sizeOf(String name, int events, Extra extra) throws Exception {
        Path file = engine.file(name);
        try (Storage storage = engine.open(name)) {
            Payload content = Payload.json(payload);
            for (int i = 0; i < events; i += 1_000) {
                List<NewEvent> batch = new ArrayList<>();
                for (int k = 0; k < 1_000; k++) {
                    NewEvent event = Samples.event("book_" + i / 1_000, content);
                    batch.add(
                            switch (extra) {
                                case NONE -> event;
                                case ACTOR -> event.with(Metadata.by("alice"));
                                case TAG -> event.tagged(Tag.of("symbol", "BTC-" + k % 100));
                            });
                }
                Samples.stored(storage.log().append(Append.of(batch)));
            }
        }
        return Files.size(file);
    }
}
