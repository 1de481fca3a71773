package dev.daybook.torture.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.torture.writer.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever may not be in a log is planted into one, and found. */
class AuditTest {

    private static final Instant RECORDED = Instant.parse("2026-03-01T12:00:00Z");

    private final Set<UUID> attempted = new HashSet<>();
    private final Audit audit = new Audit(attempted::contains);
    private final List<StoredEvent> log = new ArrayList<>();

    private AuditTest() {
        for (int position = 1; position <= 5; position++) {
            log.add(stored(position, position, attemptedEvent(position)));
        }
    }

    private NewEvent attemptedEvent(long number) {
        UUID id = new UUID(7, number);
        attempted.add(id);
        return Content.event(id, "order_1");
    }

    private static StoredEvent stored(long position, long sequence, NewEvent event) {
        return new StoredEvent(position, sequence, RECORDED.plusSeconds(position), event);
    }

    private List<String> found() {
        audit.goOn(log, List.of());
        return audit.findings();
    }

    @Test
    void a_log_as_it_was_told_is_good() {
        audit.goOn(log.subList(0, 3), log.subList(1, 2));
        audit.goOn(log.subList(3, 5), log.subList(0, 4));
        assertThat(audit.findings()).isEmpty();
        assertThat(audit.events()).isEqualTo(log);
    }

    @Test
    void an_acknowledged_event_that_is_not_there_is_lost() {
        StoredEvent lost = stored(6, 6, attemptedEvent(6));
        audit.goOn(log, List.of(lost));
        assertThat(audit.findings())
                .singleElement()
                .asString()
                .startsWith("lost")
                .contains(lost.id().toString());
    }

    @Test
    void an_acknowledged_event_that_is_somewhere_else_is_moved() {
        audit.goOn(log, List.of(stored(5, 4, log.get(3).event())));
        assertThat(audit.findings()).singleElement().asString().startsWith("moved");
    }

    @Test
    void an_event_that_nobody_has_tried_to_append_is_a_phantom() {
        log.add(stored(6, 6, Content.event(new UUID(7, 6), "order_1")));
        assertThat(found()).singleElement().asString().startsWith("phantom");
    }

    @Test
    void an_event_whose_writer_has_not_yet_said_so_is_none() {
        StoredEvent early = stored(6, 6, Content.event(new UUID(7, 6), "order_1"));
        log.add(early);
        audit.goOn(log, List.of());
        attempted.add(early.id());
        audit.goOn(List.of(), List.of());
        assertThat(audit.findings()).isEmpty();
    }

    @Test
    void an_event_that_is_there_twice_is_double() {
        log.add(stored(6, 6, log.getFirst().event()));
        assertThat(found()).singleElement().asString().startsWith("double");
    }

    @Test
    void a_position_that_is_left_out_is_a_gap() {
        log.add(stored(7, 6, attemptedEvent(6)));
        assertThat(found()).singleElement().asString().startsWith("gap");
    }

    @Test
    void a_sequence_that_is_left_out_is_named() {
        log.add(stored(6, 7, attemptedEvent(6)));
        assertThat(found()).singleElement().asString().startsWith("sequence");
    }

    @Test
    void a_time_of_recording_that_steps_back_is_named() {
        log.add(new StoredEvent(6, 6, RECORDED, attemptedEvent(6)));
        assertThat(found()).singleElement().asString().startsWith("time");
    }

    @Test
    void an_event_of_other_content_than_was_appended_is_named() {
        NewEvent event = attemptedEvent(6);
        log.add(stored(6, 6, event.with(dev.daybook.ports.event.Metadata.by("mallory"))));
        assertThat(found()).singleElement().asString().startsWith("content");
    }
}
