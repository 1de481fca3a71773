package dev.daybook.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cli.json.Json;
import dev.daybook.core.Daybook;
import dev.daybook.core.overview.AggregateDirectory;
import dev.daybook.core.overview.EventCounts;
import dev.daybook.core.projection.InlineProjector;
import dev.daybook.core.projection.Projection;
import dev.daybook.core.projection.Projector;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.storage.Storage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class DoctorViewsTest {

    @TempDir
    private Path folder;

    private Log log;

    @BeforeEach
    void write() {
        log = Log.in(folder).withOrders();
    }

    @Test
    void views_of_any_log_are_compared_with_it_however_they_are_kept() throws InterruptedException {
        keep(EventCounts.perType());
        try (Storage storage = Storage.open(log.url());
                Daybook daybook = Daybook.builder(storage, JacksonCodec.of()).build();
                InlineProjector<?, ?> actors =
                        daybook.inlineProjector(EventCounts.perActor()).start()) {
            assertThat(actors.isCurrent()).isTrue();
        }
        Run run = log.run("doctor");
        assertThat(run.code()).isZero();
        assertThat(check(run, "views").get("summary").asString()).isEqualTo("2 kept, 2 of them compared with the log");
        assertThat(check(run, "views").get("notes")).isEmpty();
    }

    @Test
    void a_view_that_is_not_what_the_log_comes_to_is_a_fault_that_names_the_keys()
            throws InterruptedException, SQLException {
        keep(EventCounts.perType());
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + log.url().substring("sqlite:".length()));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("delete from view_row where key = 'order_filled'"))
                    .isEqualTo(1);
        }
        Run run = log.run("doctor");
        assertThat(run.code()).isEqualTo(1);
        assertThat(check(run, "views").at("/faults/0").asString())
                .startsWith(
                        "daybook_per_type in version 1 is not what the log comes to: 1 of its keys differ, order_filled;");
    }

    @Test
    void what_needs_the_code_of_a_service_is_said_not_to_be_checked() {
        claim("orders@3", 9);
        Run run = log.run("doctor");
        assertThat(run.code()).isZero();
        assertThat(check(run, "views").get("summary").asString()).isEqualTo("1 kept, 0 of them compared with the log");
        assertThat(check(run, "views").at("/notes/0").asString())
                .startsWith("orders in version 3 was not compared with the log, nor was the code that keeps it");
    }

    @Test
    void a_view_with_more_keys_than_fit_into_memory_is_said_not_to_be_compared() throws InterruptedException {
        for (int batch = 0; batch < 21; batch++) {
            int first = batch * 1_000;
            log.append(IntStream.range(first, first + 1_000)
                    .mapToObj(n -> Log.event("wallet_" + n, "wallet_opened", "{}"))
                    .toArray(NewEvent[]::new));
        }
        keep(new AggregateDirectory());
        Run run = log.run("doctor");
        assertThat(run.code()).isZero();
        assertThat(check(run, "views").at("/notes/0").asString()).contains("it has more than 20000 keys");
    }

    @Test
    void a_consumer_that_is_behind_is_told_of_and_is_no_fault() {
        claim("mails", 4);
        Run run = log.run("doctor");
        assertThat(run.code()).isZero();
        assertThat(check(run, "consumers").at("/notes/0").asString())
                .isEqualTo("mails, at position 4 of 9 with 0 parked events, is behind, and nobody runs it:"
                        + " start the service that does");
    }

    private void claim(String consumer, long position) {
        try (Storage storage = Storage.open(log.url())) {
            Lease lease = storage.consumers()
                    .claim(consumer, "somebody", Optional.empty())
                    .orElseThrow();
            assertThat(storage.consumers().commit(lease, Progress.to(position))).isTrue();
            storage.consumers().release(lease);
        }
    }

    private void keep(Projection<?, ?> projection) throws InterruptedException {
        try (Storage storage = Storage.open(log.url());
                Daybook daybook = Daybook.builder(storage, JacksonCodec.of()).build();
                Projector<?, ?> view = daybook.projector(projection).start()) {
            assertThat(view.consumer().awaitPosition(storage.log().head(), Duration.ofSeconds(30)))
                    .isTrue();
        }
    }

    private static JsonNode check(Run run, String name) {
        return Json.tree(Payload.json(run.out()))
                .orElseThrow()
                .get("checks")
                .valueStream()
                .filter(check -> check.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
