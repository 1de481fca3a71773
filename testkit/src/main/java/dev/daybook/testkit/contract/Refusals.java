package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.EventIdReusedException;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Stretch;
import dev.daybook.ports.log.StretchRefusedException;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.LimitExceededException;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a test expects to be refused, and that nothing was written then. */
final class Refusals {

    private Refusals() {}

    static void idReused(EventLog log, NewEvent... events) {
        idReused(log, Append.of(events));
    }

    static void idReused(EventLog log, Append append) {
        long before = log.head();
        List<Object> ids = append.events().stream().<Object>map(NewEvent::id).toList();
        assertThatThrownBy(() -> log.append(append))
                .asInstanceOf(InstanceOfAssertFactories.type(EventIdReusedException.class))
                .satisfies(refusal -> {
                    assertThat(ids).contains(refusal.id());
                    assertThat(refusal).hasMessageContaining(refusal.id().toString());
                });
        assertThat(log.head()).as("head after the refusal").isEqualTo(before);
    }

    /** A stretch is refused at a position, and the log is left as it was. */
    static void stretch(Storage storage, List<StoredEvent> events, long position) {
        long before = storage.log().head();
        assertThatThrownBy(() -> storage.continuation().take(new Stretch(events)))
                .asInstanceOf(InstanceOfAssertFactories.type(StretchRefusedException.class))
                .satisfies(refusal -> {
                    assertThat(refusal.position()).as("position refused").isEqualTo(position);
                    assertThat(refusal).hasMessageContaining("position " + position);
                });
        assertThat(storage.log().head()).as("head after the refusal").isEqualTo(before);
    }

    static void tooLarge(EventLog log, Append append) {
        long before = log.head();
        tooLarge(() -> log.append(append));
        assertThat(log.head()).as("head after the refusal").isEqualTo(before);
    }

    static void tooLarge(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(LimitExceededException.class).hasMessageContaining("at most");
    }

    static void closed(ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(StorageException.class))
                .extracting(StorageException::fault)
                .isEqualTo(Fault.CLOSED);
    }
}
