package dev.daybook.torture.writer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.testkit.history.HistoryChecker;
import dev.daybook.testkit.memory.InMemoryStorage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What writers tell is enough to find a log that stores where it should have refused. */
class LedgerTest {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final Journal journal = new Journal(new PrintStream(told));
    private final InMemoryStorage storage = new InMemoryStorage();
    private long number;

    private NewEvent event() {
        return Content.event(new UUID(7, ++number), "order_1");
    }

    /** Says that it has the conditions; the log is not told. */
    private void appendWithoutThem(Append append) {
        String name = "w1#" + append.events().getFirst().id();
        journal.begun(name, append);
        AppendResult result = storage.log().append(Append.of(append.events()));
        journal.answered(name, append, result);
    }

    private List<String> found() {
        Ledger ledger = new Ledger();
        told.toString(StandardCharsets.UTF_8).lines().forEach(line -> ledger.note("w1", line));
        List<StoredEvent> log =
                storage.log().read(Query.all(), Range.all()).stream().toList();
        assertThat(ledger.takeAcknowledged()).isEqualTo(log);
        return HistoryChecker.anomalies(ledger.operations(), log);
    }

    static Stream<Condition> conditionsThatDoNotHold() {
        return Stream.of(
                Condition.expectedSequence("order_1", 0),
                Condition.expectedSequence("order_1", 7),
                Condition.mustNotExist("order_1"),
                Condition.noneMatchingAfter(
                        Query.tags(Content.event(new UUID(7, 1), "order_1")
                                .tags()
                                .iterator()
                                .next()),
                        0));
    }

    @ParameterizedTest
    @MethodSource("conditionsThatDoNotHold")
    void a_condition_that_was_not_kept_is_found(Condition broken) {
        appendWithoutThem(Append.of(event()));
        appendWithoutThem(Append.of(event()).onlyIf(broken));
        assertThat(found()).singleElement().asString().contains("condition");
    }

    @Test
    void conditions_that_held_are_no_finding() {
        appendWithoutThem(Append.of(event()).onlyIf(Condition.mustNotExist("order_1")));
        appendWithoutThem(Append.of(event()).onlyIf(Condition.expectedSequence("order_1", 1)));
        assertThat(found()).isEmpty();
    }
}
