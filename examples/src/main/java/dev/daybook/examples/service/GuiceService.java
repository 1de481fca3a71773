package dev.daybook.examples.service;

import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Injector;
import dev.daybook.core.Daybook;
import dev.daybook.core.DaybookBuilder;
import dev.daybook.core.audit.AuditFilter;
import dev.daybook.core.audit.AuditTrail;
import dev.daybook.core.context.Context;
import dev.daybook.examples.desk.setting.SettingEvent;
import dev.daybook.examples.desk.setting.SettingEvent.SettingChanged;
import dev.daybook.guice.DaybookModule;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.sqlite.SqliteStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A service that is not event-sourced and keeps an audit trail beside what it does, put together by Guice. */
public final class GuiceService {

    private final AuditTrail audit;

    @Inject
    GuiceService(AuditTrail audit) {
        this.audit = audit;
    }

    /** What the service's main method makes; whoever makes it ends it with {@link #close}. */
    public static Injector injector(Path file) {
        return Guice.createInjector(DaybookModule.of(SqliteStorage.open(file), JacksonCodec.of(SettingEvent.class))
                .settings(DaybookBuilder::closesStorage));
    }

    /** Writes what was recorded and closes the file. */
    public static void close(Injector injector) {
        injector.getInstance(Daybook.class).close();
    }

    /** Changes a setting wherever it is kept, and records it. */
    public void change(String key, String before, String after, String actor) {
        audit.record(new SettingChanged(key, before, after), "settings", Context.by(actor));
    }

    /** Everything that somebody changed, in words, oldest first. */
    public List<String> changesBy(String actor) {
        audit.flush(Duration.ofSeconds(30));
        AuditFilter filter = AuditFilter.everything().actor(actor).oldestFirst();
        return audit.find(filter).entries().stream()
                .map(entry -> entry.description())
                .toList();
    }
}
