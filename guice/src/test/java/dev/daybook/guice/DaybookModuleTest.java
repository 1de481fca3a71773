package dev.daybook.guice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Injector;
import dev.daybook.core.Daybook;
import dev.daybook.core.DaybookBuilder;
import dev.daybook.core.audit.AuditFilter;
import dev.daybook.core.audit.AuditTrail;
import dev.daybook.core.context.Context;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.testkit.memory.InMemoryStorage;
import dev.daybook.testkit.time.SettableClock;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class DaybookModuleTest {

    record DoorOpened(String door) {}

    static final class Porter {

        private final AuditTrail audit;

        @Inject
        Porter(AuditTrail audit) {
            this.audit = audit;
        }

        void open(String door) {
            audit.record(new DoorOpened(door), door, Context.by("porter"));
        }
    }

    private final SettableClock clock = SettableClock.create();
    private final InMemoryStorage storage = new InMemoryStorage(clock);
    private final JacksonCodec codec = JacksonCodec.of(DoorOpened.class);
    private final DaybookModule module = DaybookModule.of(storage, codec).clock(clock);

    @Test
    void a_service_is_given_the_audit_trail() {
        Injector injector = Guice.createInjector(module);

        injector.getInstance(Porter.class).open("north");

        AuditTrail audit = injector.getInstance(AuditTrail.class);
        assertThat(audit.flush(Duration.ofSeconds(30))).isTrue();
        assertThat(audit.find(AuditFilter.everything()).entries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.decoded()).containsExactly(new DoorOpened("north"));
                    assertThat(entry.event().timestamp()).isEqualTo(SettableClock.START);
                    assertThat(entry.event().metadata().actor()).contains("porter");
                });
        injector.getInstance(Daybook.class).close();
    }

    @Test
    void everything_is_bound_once() {
        Injector injector = Guice.createInjector(module);

        assertThat(injector.getInstance(Storage.class)).isSameAs(storage);
        assertThat(injector.getInstance(EventCodec.class)).isSameAs(codec);
        assertThat(injector.getInstance(StateCodec.class)).isSameAs(codec);
        assertThat(injector.getInstance(InstantSource.class)).isSameAs(clock);
        Daybook daybook = injector.getInstance(Daybook.class);
        assertThat(injector.getInstance(Daybook.class)).isSameAs(daybook);
        assertThat(injector.getInstance(AuditTrail.class)).isSameAs(daybook.auditTrail());
        daybook.close();
    }

    @Test
    void closing_the_daybook_leaves_the_storage_to_whoever_opened_it() {
        Guice.createInjector(module).getInstance(Daybook.class).close();

        assertThat(storage.log().head()).isZero();
    }

    @Test
    void settings_reach_the_daybook() {
        Injector injector = Guice.createInjector(module.settings(DaybookBuilder::closesStorage));

        injector.getInstance(Daybook.class).close();

        assertThatThrownBy(() -> storage.log().head()).isInstanceOf(StorageException.class);
    }
}
