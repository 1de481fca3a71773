package dev.daybook.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.console.reading.Readers;
import dev.daybook.console.reading.Sight;
import dev.daybook.core.Daybook;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.jackson.export.Redaction;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.storage.Storage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LiveEventsTest {

    @TempDir
    private Path folder;

    @Test
    void whatever_goes_wrong_once_events_come_on() throws InterruptedException {
        AtomicInteger faults = new AtomicInteger();
        try (Storage storage = Storage.open("sqlite:" + folder.resolve("a.db"));
                Daybook daybook = Daybook.builder(storage, JacksonCodec.of()).build();
                LiveEvents live = new LiveEvents(failing(storage.log(), faults), sight(daybook))) {
            Subscriber subscriber = new Subscriber();
            assertThat(live.add(subscriber)).isZero();
            storage.log()
                    .append(new Append(
                            List.of(NewEvent.of(
                                    UUID.randomUUID(), "a", EventType.of("t"), Payload.json("{}"), Instant.EPOCH)),
                            List.of()));

            assertThat(subscriber.take(Duration.ofSeconds(30)))
                    .extracting(LiveEvent::position)
                    .containsExactly(1L);
            assertThat(faults).hasValue(1);
        }
    }

    private static Sight sight(Daybook daybook) {
        return new Readers(daybook, new Readers.Told(Redaction.none(), Map.of(), List.of(), List.of(), List.of()))
                .sights()
                .masked();
    }

    /** Reads once as a log does in which there is a fault that nobody has thought of. */
    private static EventLog failing(EventLog log, AtomicInteger faults) {
        return (EventLog) Proxy.newProxyInstance(
                EventLog.class.getClassLoader(), new Class<?>[] {EventLog.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("read") && faults.compareAndSet(0, 1)) {
                        throw new IllegalStateException("planted");
                    }
                    try {
                        return method.invoke(log, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
