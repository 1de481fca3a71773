package dev.daybook.torture.fault;

import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.torture.engine.Site;
import dev.daybook.torture.verify.Audit;
import dev.daybook.torture.writer.Content;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** A log that a fault is inflicted on, and everything that was told of it. */
final class Trial {

    private static final int AGGREGATES = 5;

    private final Site site;
    private final Random random;
    private final EventIds ids = new EventIds();
    private final Set<UUID> attempted = new HashSet<>();
    private final List<StoredEvent> told = new ArrayList<>();

    Trial(Site site, Random random) {
        this.site = site;
        this.random = random;
    }

    Site site() {
        return site;
    }

    Random random() {
        return random;
    }

    List<StoredEvent> told() {
        return told;
    }

    /** An append of so many new events. */
    Append append(int events) {
        List<NewEvent> fresh = new ArrayList<>();
        for (int n = 0; n < events; n++) {
            fresh.add(Content.event(ids.next(), "order_" + random.nextInt(AGGREGATES)));
        }
        fresh.forEach(event -> attempted.add(event.id()));
        return Append.of(fresh);
    }

    /** Stores an append, now or earlier. */
    List<StoredEvent> store(Storage storage, Append append) {
        List<StoredEvent> events =
                switch (storage.log().append(append)) {
                    case AppendResult.Stored(List<StoredEvent> stored) -> stored;
                    case AppendResult.AlreadyStored(List<StoredEvent> stored) -> stored;
                    case AppendResult.Conflict conflict -> throw new AssertionError("a conflict without a condition");
                };
        told.addAll(events);
        return events;
    }

    boolean isAttempted(UUID id) {
        return attempted.contains(id);
    }

    /** Fills the log. */
    void fill(Storage storage, int appends) {
        for (int n = 0; n < appends; n++) {
            store(storage, append(1 + random.nextInt(4)));
        }
    }

    /** What a call is refused with. */
    static StorageException refused(Supplier<?> call, Fault... allowed) {
        try {
            Object answer = call.get();
            throw new AssertionError("expected one of the faults " + List.of(allowed) + ", was answered " + answer);
        } catch (StorageException e) {
            require(
                    List.of(allowed).contains(e.fault()),
                    "expected one of the faults " + List.of(allowed) + ", was " + e);
            return e;
        }
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    /** All that was told is in the log, and nothing else. */
    void check(Storage storage) {
        Audit audit = new Audit(attempted::contains);
        audit.goOn(storage.log(), told);
        require(audit.findings().isEmpty(), audit.findings().toString());
    }

    /** The same with whatever is open. */
    void check() {
        try (Storage storage = site.open()) {
            check(storage);
        }
    }
}
