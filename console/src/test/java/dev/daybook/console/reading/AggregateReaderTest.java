package dev.daybook.console.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.console.reading.AggregateReader.Aggregate;
import dev.daybook.console.reading.AggregateReader.AggregatePage;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Storage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Aggregates that have to be looked for among others. */
class AggregateReaderTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private Storage storage;
    private AggregateReader aggregates;

    @BeforeEach
    void open() {
        storage = Storage.open("sqlite:" + folder.resolve("aggregates.db"));
        aggregates = new AggregateReader(storage.log());
        for (int i = 10; i < 40; i++) {
            storage.log()
                    .append(Append.of(NewEvent.of(
                            UUID.randomUUID(),
                            "order_" + i,
                            EventType.of("sent"),
                            Payload.json("{}"),
                            Instant.parse("2026-01-01T12:00:00Z"))));
        }
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private static boolean isWanted(String id) {
        return id.endsWith("7");
    }

    private static List<String> ids(AggregatePage page) {
        return page.aggregates().stream().map(Aggregate::id).toList();
    }

    @Test
    void a_page_is_filled_from_as_many_others_as_it_takes() {
        AggregatePage first = aggregates.search("", "", 2, AggregateReaderTest::isWanted, MINUTE);
        assertThat(ids(first)).containsExactly("order_17", "order_27");
        AggregatePage second =
                aggregates.search("", first.next().orElseThrow(), 2, AggregateReaderTest::isWanted, MINUTE);
        assertThat(ids(second)).containsExactly("order_37");
        assertThat(second.next()).isEmpty();
        assertThat(ids(aggregates.search("order_2", "", 2, AggregateReaderTest::isWanted, MINUTE)))
                .containsExactly("order_27");
    }

    @Test
    void who_looks_on_comes_to_the_end_however_little_time_there_is() {
        List<String> found = new ArrayList<>();
        int pages = 0;
        for (Optional<String> next = Optional.of(""); next.isPresent(); pages++) {
            AggregatePage page = aggregates.search("", next.get(), 10, AggregateReaderTest::isWanted, Duration.ZERO);
            found.addAll(ids(page));
            next = page.next();
        }
        assertThat(found).containsExactly("order_17", "order_27", "order_37");
        assertThat(pages).isEqualTo(30);
    }
}
