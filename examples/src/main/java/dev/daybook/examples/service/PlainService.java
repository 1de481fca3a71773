package dev.daybook.examples.service;

import dev.daybook.core.Daybook;
import dev.daybook.core.context.Context;
import dev.daybook.core.repository.ExecuteResult;
import dev.daybook.core.repository.Repository;
import dev.daybook.examples.desk.setting.ChangeSetting;
import dev.daybook.examples.desk.setting.SettingEvent;
import dev.daybook.examples.desk.setting.SettingRejection;
import dev.daybook.examples.desk.setting.Settings;
import dev.daybook.examples.desk.setting.SettingsState;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.sqlite.SqliteStorage;
import java.nio.file.Path;

/** Keeps the desk's settings in one file, without any framework. */
public final class PlainService implements AutoCloseable {

    private final Daybook daybook;
    private final Repository<ChangeSetting, SettingsState, SettingEvent, SettingRejection> settings;

    /** Opens the file, or makes it. */
    public PlainService(Path file) {
        daybook = Daybook.builder(SqliteStorage.open(file), JacksonCodec.of(SettingEvent.class))
                .closesStorage()
                .build();
        settings = daybook.repository(new Settings());
    }

    /** Gives a setting another value, and says what came of it. */
    public String change(String key, String value, String actor) {
        return switch (settings.execute(Settings.ID, new ChangeSetting(key, value), Context.by(actor))) {
            case ExecuteResult.Stored<SettingsState, SettingEvent, SettingRejection> done ->
                "change " + done.sequence();
            case ExecuteResult.NothingToDo<SettingsState, SettingEvent, SettingRejection> none -> "no change";
            case ExecuteResult.Rejected<SettingsState, SettingEvent, SettingRejection> no ->
                no.reason().describe();
            case ExecuteResult.Conflict<SettingsState, SettingEvent, SettingRejection> lost -> lost.describe();
        };
    }

    /** The value a setting has now. */
    public String value(String key) {
        return settings.load(Settings.ID).state().values().getOrDefault(key, "not set");
    }

    @Override
    public void close() {
        daybook.close();
    }
}
