package dev.daybook.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Storage;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SequencesTest {

    private static final int AGGREGATES = 500;

    @Test
    void more_aggregates_than_are_kept_need_more_passes_and_nothing_else() {
        try (Storage storage = Storage.open("h2:mem:")) {
            append(storage);
            Check check = new Check("sequences");
            assertThat(passes(storage, check, 40, 0)).isGreaterThan(AGGREGATES / 40);
            assertThat(check.faults()).isEmpty();
            assertThat(check.summary()).startsWith(AGGREGATES + " aggregates");
            assertThat(passes(storage, new Check("sequences"), AGGREGATES, 0)).isEqualTo(1);
        }
    }

    @Test
    void an_event_that_a_pass_does_not_meet_is_looked_for_in_its_aggregate_before_anything_is_said() {
        try (Storage storage = Storage.open("h2:mem:")) {
            append(storage);
            Check check = new Check("sequences");
            passes(storage, check, 40, 7);
            assertThat(check.faults()).isEmpty();
            assertThat(check.summary()).startsWith(AGGREGATES + " aggregates");
        }
    }

    /** All but one event, if one is to be left out. */
    private static int passes(Storage storage, Check check, int most, long without) {
        Sequences sequences = new Sequences(storage.log(), check, most);
        int passes = 0;
        do {
            try (EventCursor events = storage.log().read(Query.all(), Range.all())) {
                while (events.hasNext()) {
                    StoredEvent event = events.next();
                    if (event.position() != without) {
                        sequences.add(event);
                    }
                }
            }
            passes++;
        } while (sequences.next());
        return passes;
    }

    private static void append(Storage storage) {
        EventIds ids = new EventIds();
        for (int n = 0; n < 3 * AGGREGATES; n++) {
            storage.log()
                    .append(Append.of(NewEvent.of(
                            ids.next(),
                            "order_" + n % AGGREGATES,
                            EventType.of("order_placed"),
                            Payload.json("{}"),
                            Instant.parse("2026-03-01T12:00:00Z"))));
        }
    }
}
