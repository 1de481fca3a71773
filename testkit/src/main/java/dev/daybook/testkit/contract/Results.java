package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;

/** What a test expects an append to answer. */
final class Results {

    private Results() {}

    static List<StoredEvent> stored(AppendResult result) {
        assertThat(result).isInstanceOf(AppendResult.Stored.class);
        return ((AppendResult.Stored) result).events();
    }

    static List<StoredEvent> alreadyStored(AppendResult result) {
        assertThat(result).isInstanceOf(AppendResult.AlreadyStored.class);
        return ((AppendResult.AlreadyStored) result).events();
    }

    static void conflict(AppendResult result, Condition expected, long found) {
        assertThat(result)
                .asInstanceOf(InstanceOfAssertFactories.type(AppendResult.Conflict.class))
                .satisfies(conflict -> {
                    assertThat(conflict.expected()).isEqualTo(expected);
                    assertThat(conflict.found()).as("found").isEqualTo(found);
                });
    }

    static List<NewEvent> handedOver(List<StoredEvent> stored) {
        return stored.stream().map(StoredEvent::event).toList();
    }

    static List<Long> positions(List<StoredEvent> stored) {
        return stored.stream().map(StoredEvent::position).toList();
    }

    static List<Long> sequences(List<StoredEvent> stored) {
        return stored.stream().map(StoredEvent::sequence).toList();
    }
}
