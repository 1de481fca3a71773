package dev.daybook.testkit.contract;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.time.SettableClock;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every suite of the contract stands on: a storage in a place of its own, and a clock that the test sets. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(600)
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test
abstract class Suite {

    @TempDir
    Path folder;

    final SettableClock clock = SettableClock.create();
    Storage storage;

    abstract StorageFixture fixture();

    @BeforeEach
    void open_the_storage() {
        storage = fixture().open(folder, clock);
    }

    @AfterEach
    void close_the_storage() {
        storage.close();
    }

    /** Runs what another process does with the same place, which may have to have it for itself. */
    void whileOthersMayOpen(Action others) throws Exception {
        if (fixture().isExclusive()) {
            storage.close();
            others.run();
            open_the_storage();
        } else {
            others.run();
        }
    }

    interface Action {
        void run() throws Exception;
    }

    void reopen() {
        storage.close();
        open_the_storage();
    }

    EventLog log() {
        return storage.log();
    }

    List<StoredEvent> append(NewEvent... events) {
        return Results.stored(log().append(Append.of(events)));
    }

    List<StoredEvent> append(List<NewEvent> events) {
        return Results.stored(log().append(Append.of(events)));
    }

    List<StoredEvent> all() {
        return read(Query.all(), Range.all());
    }

    List<StoredEvent> read(Query query, Range range) {
        try (EventCursor cursor = log().read(query, range)) {
            return cursor.stream().toList();
        }
    }
}
