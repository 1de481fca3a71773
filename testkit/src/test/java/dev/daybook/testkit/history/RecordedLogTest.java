package dev.daybook.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventIdReusedException;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.testkit.memory.InMemoryStorage;
import org.junit.jupiter.api.Test;

class RecordedLogTest {

    private final InMemoryStorage storage = new InMemoryStorage();
    private final RecordedLog log = RecordedLog.of(storage.log(), "alice");

    @Test
    void operations_are_noted_with_their_answers_and_times() {
        long before = System.nanoTime();
        assertThat(log.append(Append.of(Past.event(1))))
                .isEqualTo(last(Operation.Appended.class).result());
        assertThat(log.head()).isEqualTo(last(Operation.Head.class).position());
        try (EventCursor cursor = log.read(Query.all(), Range.all())) {
            assertThat(cursor.stream().toList())
                    .isEqualTo(last(Operation.Read.class).found());
        }
        assertThat(log.operations()).extracting(Operation::name).containsExactly("alice#1", "alice#2", "alice#3");
        assertThat(log.operations()).allSatisfy(operation -> {
            assertThat(operation.start()).isBetween(before, operation.end());
            assertThat(operation.end()).isLessThanOrEqualTo(System.nanoTime());
        });
    }

    @Test
    void an_append_that_fails_is_noted_as_one_without_an_answer() {
        NewEvent event = Past.event(1);
        log.append(Append.of(event));
        NewEvent other =
                NewEvent.of(event.id(), event.aggregateId(), event.type(), Payload.json("[]"), event.timestamp());
        assertThatThrownBy(() -> log.append(Append.of(other))).isInstanceOf(EventIdReusedException.class);
        assertThat(log.operations().getLast()).isInstanceOf(Operation.Unanswered.class);
    }

    @Test
    void a_read_that_was_left_is_not_noted() {
        log.append(Append.of(Past.event(1)));
        try (EventCursor cursor = log.read(Query.all(), Range.all())) {
            assertThat(cursor.next()).isNotNull();
        }
        assertThat(log.operations()).hasSize(1);
    }

    private <T extends Operation> T last(Class<T> type) {
        return type.cast(log.operations().getLast());
    }
}
