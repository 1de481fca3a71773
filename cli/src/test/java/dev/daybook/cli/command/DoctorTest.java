package dev.daybook.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cli.json.Json;
import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.storage.Storage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DoctorTest {

    @TempDir
    private Path folder;

    private Log log;

    @BeforeEach
    void write() {
        log = Log.in(folder).withOrders();
    }

    @Test
    void a_sound_log_is_called_so() {
        Run run = log.run("doctor", "--format", "text");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("  ok positions       1 to 9\n")
                .contains("  ok sequences       3 aggregates, ")
                .contains("  ok payloads        9 read, 9 of them JSON\n")
                .contains("All is well.\n");
        assertThat(tree(log.run("doctor")).get("sound").asBoolean()).isTrue();
    }

    @Test
    void an_empty_log_is_sound() {
        try (Storage storage = Storage.open("sqlite:" + folder.resolve("empty.db"))) {
            assertThat(storage.log().head()).isZero();
        }
        Run run = Run.run("doctor", "sqlite:" + folder.resolve("empty.db"), "--format", "text");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("the log is empty", "All is well.");
    }

    @Test
    void events_that_were_changed_in_the_file_are_named_and_the_rest_is_looked_at() throws SQLException {
        execute("update event_log set payload = x'7b7d' where position in (3, 7)");
        Run run = log.run("doctor");
        assertThat(run.code()).isEqualTo(1);
        JsonNode stored = check(tree(run), "stored content");
        assertThat(stored.get("faults")).hasSize(2);
        assertThat(stored.at("/faults/0").asString()).contains("the event at position 3 cannot be read");
        assertThat(stored.at("/faults/1").asString()).contains("the event at position 7 cannot be read");
        assertThat(check(tree(run), "positions").get("sound").asBoolean()).isTrue();
        assertThat(check(tree(run), "payloads").get("summary").asString()).startsWith("7 read");
    }

    @Test
    void events_that_are_missing_are_named() throws SQLException {
        execute("delete from event_log where position = 5");
        Run run = log.run("doctor");
        assertThat(run.code()).isEqualTo(1);
        assertThat(check(tree(run), "positions").at("/faults/0").asString())
                .startsWith("nothing is at position 5: events are missing");
        assertThat(check(tree(run), "sequences").at("/faults/0").asString())
                .startsWith("the sequence of order_1 should go on with 2 at position 8, but 3 is there");
    }

    @Test
    void a_consumer_beyond_the_end_is_named() {
        try (Storage storage = Storage.open(log.url())) {
            Lease lease = storage.consumers()
                    .claim("mails", "somebody", Optional.empty())
                    .orElseThrow();
            assertThat(storage.consumers().commit(lease, Progress.to(42))).isTrue();
        }
        Run run = log.run("doctor");
        assertThat(run.code()).isEqualTo(1);
        assertThat(check(tree(run), "consumers").at("/faults/0").asString())
                .startsWith("mails has handled the log up to position 42, but its last one is 9");
    }

    @Test
    void a_payload_that_is_called_json_and_is_not_is_named() {
        log.append(Log.event("order_9", "order_placed", "{\"quantity\":"));
        Run run = log.run("doctor");
        assertThat(run.code()).isEqualTo(1);
        assertThat(check(tree(run), "payloads").at("/faults/0").asString())
                .contains("the event at position 10 (order_placed of order_9)", "is not JSON that can be read");
    }

    private static JsonNode tree(Run run) {
        return Json.tree(Payload.json(run.out())).orElseThrow();
    }

    private static JsonNode check(JsonNode tree, String name) {
        return tree.get("checks")
                .valueStream()
                .filter(check -> check.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Around the guards of the file, as somebody with a shell and bad will could. */
    private void execute(String change) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + log.url().substring("sqlite:".length()));
                Statement statement = connection.createStatement()) {
            statement.execute("drop trigger event_log_update");
            statement.execute("drop trigger event_log_delete");
            statement.execute(change);
        }
    }
}
