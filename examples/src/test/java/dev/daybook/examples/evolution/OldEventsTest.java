package dev.daybook.examples.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Daybook;
import dev.daybook.core.audit.AuditFilter;
import dev.daybook.core.context.Context;
import dev.daybook.core.repository.ExecuteResult;
import dev.daybook.examples.desk.setting.ChangeSetting;
import dev.daybook.examples.desk.setting.SettingEvent;
import dev.daybook.examples.desk.setting.Settings;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.jackson.Upcast;
import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Storage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events of former days are brought up to date when they are read; what stands in the log stays as it was written. */
class OldEventsTest {

    private static final EventType ALTERED = EventType.of("setting_altered");
    private static final EventType TOUCHED = EventType.of("setting_touched");

    /** Written as nobody would write it today, so that writing it anew would show. */
    private static final String OLD_TEXT =
            "{ \"newValue\" : \"0.0030\",\n  \"oldValue\" : \"0.0010\", \"key\" : \"fee_r\\u0061te\" }";

    private final JacksonCodec codec = JacksonCodec.builder()
            .events(SettingEvent.class)
            .upcast(Upcast.renamed(ALTERED, EventType.of("setting_changed")))
            .upcast(Upcast.dropped(TOUCHED))
            .build();

    @TempDir
    private Path folder;

    @Test
    void reading_folding_and_snapshots_leave_the_bytes_of_an_old_event_as_they_are() {
        List<StoredEvent> written;
        try (Storage storage = open()) {
            EventIds ids = new EventIds();
            storage.log()
                    .append(Append.of(List.of(old(ids, ALTERED, OLD_TEXT), old(ids, TOUCHED, "{\"by\":\"alice\"}"))));
            written = events(storage);
        }
        try (Storage storage = open();
                Daybook daybook = Daybook.builder(storage, codec).build()) {
            var settings = daybook.repository(new Settings());
            assertThat(settings.load(Settings.ID).state().values()).containsEntry("fee_rate", "0.0030");
            assertThat(settings.snapshot(Settings.ID)).isTrue();
            assertThat(settings.execute(Settings.ID, new ChangeSetting("fee_rate", "0.0020"), Context.by("bob")))
                    .isInstanceOf(ExecuteResult.Stored.class);
            assertThat(daybook.auditTrail().find(AuditFilter.everything()).entries())
                    .hasSize(3);
            assertThat(storage.snapshots().totals().count()).isEqualTo(1);
        }
        try (Storage storage = open();
                Daybook daybook = Daybook.builder(storage, codec).build()) {
            var settings = daybook.repository(new Settings());
            assertThat(settings.load(Settings.ID).state().values()).containsEntry("fee_rate", "0.0020");
            assertThat(events(storage).subList(0, 2)).isEqualTo(written);
            assertThat(written.getFirst().payload().text()).isEqualTo(OLD_TEXT);
            assertThat(written).extracting(StoredEvent::type).containsExactly(ALTERED, TOUCHED);
        }
    }

    private static NewEvent old(EventIds ids, EventType type, String text) {
        return NewEvent.of(ids.next(), Settings.ID, type, Payload.json(text), Instant.parse("2019-05-06T07:08:09Z"));
    }

    private Storage open() {
        return Storage.open("sqlite:" + folder.resolve("settings.db"));
    }

    private static List<StoredEvent> events(Storage storage) {
        try (Stream<StoredEvent> events = storage.log().read(Query.all(), Range.all()).stream()) {
            return events.toList();
        }
    }
}
