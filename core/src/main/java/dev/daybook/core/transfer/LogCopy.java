package dev.daybook.core.transfer;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.Stretch;
import dev.daybook.ports.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Copies a whole log into another storage, whatever the engines, and keeps everything: position, sequence and recordedAt too, so that
 * the copy answers every question about the past as the original does. What it copies is read back, and compared by digest.
 *
 * <p>A copy that was broken off is simply run again: it goes on behind what is there, after having compared that with the source.
 * Events may be appended to the source meanwhile; the copy ends where the source ended when it began, and the next run brings the
 * rest. Nobody else may append to the target.
 *
 * <p>Snapshots are not copied. They follow from the events, and are taken anew where they are of use.
 */
public final class LogCopy {

    private static final int MOST_EVENTS = 2_000;
    private static final long MOST_BYTES = 8L << 20;

    private final Storage source;
    private final Storage target;
    private final LongConsumer progress;

    /**
     * From one storage to another.
     *
     * @param source has the history
     * @param target is empty, or has the beginning of that history
     */
    public LogCopy(Storage source, Storage target) {
        this(source, target, events -> {});
    }

    /**
     * From one storage to another, telling how it goes on.
     *
     * @param source has the history
     * @param target is empty, or has the beginning of that history
     * @param progress is told how many more events are done: each event counts when it was copied or found there, and once more when
     *     it was read back and verified
     */
    public LogCopy(Storage source, Storage target, LongConsumer progress) {
        this.source = source;
        this.target = target;
        this.progress = progress;
    }

    /**
     * Copies what is missing and verifies all of it.
     *
     * @return what was done, and the one digest of both logs
     * @throws CopyException if the target has other events, in which case nothing is written, or does not give back what it was given
     * @throws dev.daybook.ports.storage.StorageException if an engine cannot do its work
     */
    public CopyReport run() {
        return upTo(source.log().head());
    }

    /**
     * Copies what is missing up to a position and verifies all of it.
     *
     * @param upTo the last position of the source that counts
     * @return what was done, and the one digest of both logs
     * @throws CopyException if the target has other events, in which case nothing is written, or does not give back what it was given
     * @throws dev.daybook.ports.storage.StorageException if an engine cannot do its work
     */
    public CopyReport upTo(long upTo) {
        LogDigest given = new LogDigest();
        long there = compare(given, upTo);
        copy(given, upTo);
        LogDigest found = new LogDigest();
        try (EventCursor events = target.log().read(Query.all(), Range.all())) {
            while (events.hasNext()) {
                found.add(events.next());
                progress.accept(1);
            }
        }
        if (!given.hex().equals(found.hex())) {
            throw LogDifference.first(source.log(), target.log(), Math.max(upTo, found.position()))
                    .map(CopyException::new)
                    .orElseGet(() -> new CopyException(given, found));
        }
        return new CopyReport(there, given.events() - there, given.position(), given.hex());
    }

    /** What the target has already must be what the source has; whatever else it is, is not written to. */
    private long compare(LogDigest given, long upTo) {
        try (EventCursor ours = source.log().read(Query.all(), Range.all().upTo(upTo));
                EventCursor theirs = target.log().read(Query.all(), Range.all())) {
            while (theirs.hasNext()) {
                StoredEvent there = theirs.next();
                Optional<LogDifference> difference = LogDifference.between(ours.hasNext() ? ours.next() : null, there);
                if (difference.isPresent()) {
                    throw new CopyException(difference.get());
                }
                given.add(there);
                progress.accept(1);
            }
        }
        return given.events();
    }

    private void copy(LogDigest given, long upTo) {
        List<StoredEvent> batch = new ArrayList<>();
        long bytes = 0;
        try (EventCursor events = source.log()
                .read(Query.all(), Range.all().after(given.position()).upTo(upTo))) {
            while (events.hasNext()) {
                StoredEvent event = events.next();
                bytes += event.payload().size();
                if (batch.size() == MOST_EVENTS || (bytes > MOST_BYTES && !batch.isEmpty())) {
                    take(batch);
                    bytes = event.payload().size();
                }
                given.add(event);
                batch.add(event);
            }
        }
        if (!batch.isEmpty()) {
            take(batch);
        }
    }

    private void take(List<StoredEvent> batch) {
        target.continuation().take(new Stretch(batch));
        progress.accept(batch.size());
        batch.clear();
    }
}
