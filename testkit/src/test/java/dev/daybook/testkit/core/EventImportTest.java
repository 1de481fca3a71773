package dev.daybook.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.core.repository.Batch;
import dev.daybook.core.transfer.ImportException;
import dev.daybook.core.transfer.ImportReport;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.testkit.core.Account.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventImportTest {

    private final Bank source = new Bank();
    private final Bank target = new Bank();

    @Test
    void everything_but_position_and_recording_time_is_as_it_was() {
        for (int i = 0; i < 2_500; i++) {
            var unused = source.accounts.execute(
                    "a" + i % 7,
                    new Command.Deposit(i + 1L),
                    Bank.ALICE.causedBy("request_" + i).with("n", "" + i));
            source.clock.advance(Duration.ofSeconds(1));
        }
        target.clock.advance(Duration.ofDays(9));

        assertThat(target.daybook.eventImport().run(source.stored().iterator())).isEqualTo(new ImportReport(2_500, 0));

        assertThat(target.stored()).extracting(StoredEvent::event).isEqualTo(contents(source));
        assertThat(target.stored()).extracting(StoredEvent::sequence).isEqualTo(sequences(source));
        assertThat(target.stored())
                .allSatisfy(event -> assertThat(event.recordedAt()).isEqualTo(target.clock.instant()));
        assertThat(target.accounts.load("a3").state())
                .isEqualTo(source.accounts.load("a3").state());
        assertThat(target.storage.appends).hasSize(3);
    }

    @Test
    void a_second_run_stores_nothing_twice() {
        deposits(1_500);
        assertThat(target.daybook.eventImport().run(source.stored().iterator()).read())
                .isEqualTo(1_500);

        assertThat(target.daybook.eventImport().run(source.stored().iterator())).isEqualTo(new ImportReport(0, 1_500));
        assertThat(target.storage.log().head()).isEqualTo(1_500);
    }

    @Test
    void a_run_that_broke_off_is_run_again_also_if_the_source_has_grown() {
        deposits(1_300);
        assertThat(target.daybook
                        .eventImport()
                        .run(source.stored().subList(0, 1_111).iterator()))
                .isEqualTo(new ImportReport(1_111, 0));

        assertThat(target.daybook.eventImport().run(source.stored().iterator()))
                .isEqualTo(new ImportReport(189, 1_111));
        assertThat(contents(target)).isEqualTo(contents(source));
    }

    @Test
    void an_aggregate_that_stands_elsewhere_is_named_and_what_came_before_is_kept() {
        deposits(10);
        source.deposit("b1", 1);
        target.deposit("b1", 5);

        List<StoredEvent> events = source.stored();
        assertThatThrownBy(() -> target.daybook.eventImport().run(events.iterator()))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining(events.getLast().id().toString())
                .hasMessageContaining("expected b1 at sequence 0, found it at 1");
        assertThat(contents(target)).hasSize(11).endsWith(contents(source).get(9));
    }

    @Test
    void a_gap_in_the_source_is_found() {
        deposits(5);
        List<StoredEvent> gap = new ArrayList<>(source.stored());
        StoredEvent missing = gap.remove(2);

        assertThatThrownBy(() -> target.daybook.eventImport().run(gap.iterator()))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("sequence " + (missing.sequence() + 1));
        assertThat(target.storage.log().head()).isEqualTo(2);
    }

    @Test
    void an_id_that_another_event_has_is_named() {
        deposits(3);
        StoredEvent second = source.stored().get(1);
        NewEvent other = NewEvent.of(second.id(), "c1", second.type(), Payload.json("9"), second.timestamp());
        assertThat(target.storage.log().append(Append.of(other))).isNotNull();

        assertThatThrownBy(
                        () -> target.daybook.eventImport().run(source.stored().iterator()))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining(second.id().toString());
        assertThat(target.storage.log().head()).isEqualTo(2);
    }

    @Test
    void a_source_that_gives_one_event_twice_stores_it_once_and_two_under_one_id_is_an_error() {
        deposits(2);
        List<StoredEvent> twice = List.of(
                source.stored().get(0), source.stored().get(0), source.stored().get(1));
        assertThat(target.daybook.eventImport().run(twice.iterator())).isEqualTo(new ImportReport(2, 1));

        StoredEvent first = source.stored().getFirst();
        NewEvent other = first.event().with(Metadata.by("mallory"));
        StoredEvent forged = new StoredEvent(3, 3, first.recordedAt(), other);
        assertThatThrownBy(
                        () -> target.daybook.eventImport().run(List.of(forged).iterator()))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining(first.id().toString());
    }

    @Test
    void what_is_too_large_is_named() {
        deposits(1);
        StoredEvent first = source.stored().getFirst();
        NewEvent large = NewEvent.of(
                new UUID(0, 1), "a1", first.type(), Payload.json(new byte[(1 << 20) + 1]), first.timestamp());
        StoredEvent second = new StoredEvent(2, 2, first.recordedAt(), large);

        assertThatThrownBy(() ->
                        target.daybook.eventImport().run(List.of(first, second).iterator()))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining(second.id().toString())
                .hasMessageContaining("bytes");
        assertThat(target.storage.log().head()).isEqualTo(1);
    }

    private void deposits(int count) {
        Batch batch = source.daybook.batch();
        for (int i = 0; i < count; i++) {
            var unused = batch.execute(source.accounts, "a1", new Command.Deposit(i + 1L), Bank.ALICE);
        }
        assertThat(batch.commit()).isInstanceOf(AppendResult.Stored.class);
    }

    private static List<NewEvent> contents(Bank bank) {
        return bank.stored().stream().map(StoredEvent::event).toList();
    }

    private static List<Long> sequences(Bank bank) {
        return bank.stored().stream().map(StoredEvent::sequence).toList();
    }
}
