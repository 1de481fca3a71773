package dev.daybook.testkit.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.sample.Events;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has a shell cannot change history by it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
@SuppressWarnings("NullAway.Init") // JUnit fills the log before the first test
abstract class GuardContract {

    /** Enough that the times of a whole block are noted too. */
    private static final int EVENTS = 1_100;

    private Path place;
    private Storage storage;
    private List<StoredEvent> before;

    abstract SqlFixture fixture();

    @BeforeAll
    void fill(@TempDir Path folder) {
        place = folder;
        storage = fixture().open(folder);
        storage.log()
                .append(Append.of(
                        Events.event("order_1").with(Metadata.by("alice")).tagged(Tag.of("course", "c1"))));
        storage.log().append(Events.append("order_2", EVENTS));
        before = Events.all(storage.log());
    }

    @AfterAll
    void close() {
        storage.close();
    }

    @TestFactory
    Stream<DynamicTest> a_change_is_refused_with_a_reason() {
        return Stream.of(
                        "update event_log set sequence = 7 where position = 1",
                        "update event_log set sequence = sequence + 1",
                        "delete from event_log where position = 2",
                        "delete from event_log",
                        "update aggregate set id = 'order_3' where id = 'order_1'",
                        "delete from aggregate",
                        "update event_type set name = 'order_gone'",
                        "delete from event_type",
                        "update event_label set label = 't:course:c2'",
                        "delete from event_label",
                        "update time_block set latest = 0",
                        "delete from time_block")
                .map(change -> DynamicTest.dynamicTest(
                        change, () -> assertThat(refusal(change)).contains("Daybook: ")));
    }

    @TestFactory
    Stream<DynamicTest> a_table_of_history_is_not_emptied_at_once() {
        return Stream.of("event_log", "aggregate", "event_type", "event_label", "time_block")
                .map(table -> DynamicTest.dynamicTest(
                        table,
                        () -> assertThat(refusal("truncate table " + table)).isNotBlank()));
    }

    private String refusal(String change) {
        SQLException refusal = catchThrowableOfType(SQLException.class, () -> execute(change));
        assertThat(Events.all(storage.log())).isEqualTo(before);
        assertThat((Throwable) refusal).as(change).isNotNull();
        return String.valueOf(refusal.getMessage());
    }

    private void execute(String change) throws SQLException {
        try (Connection shell = fixture().shell(place);
                Statement statement = shell.createStatement()) {
            statement.execute(change);
        }
    }
}
