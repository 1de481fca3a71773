package dev.daybook.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Daybook;
import dev.daybook.core.context.Context;
import dev.daybook.core.repository.ExecuteResult.Rejected;
import dev.daybook.examples.desk.setting.ChangeSetting;
import dev.daybook.examples.desk.setting.SettingEvent;
import dev.daybook.examples.desk.setting.Settings;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.sqlite.SqliteStorage;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingTest {

    @TempDir
    Path folder;

    @Test
    void a_service_keeps_its_settings_in_one_file() {
        Path file = folder.resolve("desk.db");
        Instant beforeTheYear = Instant.parse("2026-01-01T00:00:00Z");

        // snippet:embedding
        var storage = SqliteStorage.open(file);
        var codec = JacksonCodec.of(SettingEvent.class);
        try (var daybook = Daybook.builder(storage, codec).closesStorage().build()) {
            var settings = daybook.repository(new Settings());

            settings.execute("settings", new ChangeSetting("fee_rate", "0.0020"), Context.by("alice"));
            var again = settings.execute("settings", new ChangeSetting("fee_rate", "0.0020"), Context.by("bob"));
            assertThat(again).isInstanceOf(Rejected.class); // a value, with the reason in it

            var now = settings.load("settings").state();
            assertThat(now.values()).containsEntry("fee_rate", "0.0020");

            var then = settings.asOf("settings", beforeTheYear).state();
            assertThat(then.values()).containsEntry("fee_rate", "0.0010");
        }
        // end
    }
}
