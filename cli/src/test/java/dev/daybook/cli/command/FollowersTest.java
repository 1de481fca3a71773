package dev.daybook.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cli.json.Json;
import dev.daybook.cli.terminal.Look;
import dev.daybook.core.Daybook;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.EventConsumer;
import dev.daybook.core.consumer.Work;
import dev.daybook.core.overview.EventCounts;
import dev.daybook.core.projection.Projector;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.storage.Storage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class FollowersTest {

    @TempDir
    private Path folder;

    private Log log;

    @BeforeEach
    void write() {
        log = Log.in(folder).withOrders();
    }

    @Test
    void a_log_that_nothing_follows_says_so() {
        Look terminal = new Look(false, true, true, 100);
        assertThat(Run.run(terminal, log.with("consumers")).out()).startsWith("nothing has ever followed ");
        assertThat(Run.run(terminal, log.with("projections")).out()).startsWith("no projection has ever been kept ");
        assertThat(log.run("consumers").out()).isEqualTo("[]\n");
        Run letters = log.run("dead-letters", "list");
        assertThat(letters.code()).isEqualTo(2);
    }

    @Test
    void a_view_is_listed_with_how_far_it_has_come() throws InterruptedException {
        try (Storage storage = Storage.open(log.url());
                Daybook daybook = Daybook.builder(storage, JacksonCodec.of()).build();
                Projector<?, ?> types = daybook.projector(EventCounts.perType()).start()) {
            assertThat(types.consumer().awaitPosition(9, Duration.ofSeconds(30)))
                    .isTrue();
        }
        log.append(Log.event("order_9", "order_placed", "{}"));
        JsonNode view = Json.tree(Payload.json(log.run("projections").out()))
                .orElseThrow()
                .get(0);
        assertThat(view.get("name").asString()).isEqualTo("daybook_per_type");
        assertThat(view.get("position").asInt()).isEqualTo(9);
        assertThat(view.get("lag").asInt()).isEqualTo(1);
        assertThat(view.get("held").asBoolean()).isFalse();
        assertThat(log.run("projections", "--format", "text").out())
                .contains("daybook_per_type        1         9    1  ")
                .contains("nobody keeps it");
        assertThat(log.run("consumers", "--format", "text").out())
                .contains("is behind, and nobody runs it: start the service that does");
    }

    @Test
    void what_was_parked_is_listed_and_can_be_given_up() throws InterruptedException {
        park();
        Run consumers = log.run("consumers", "--format", "text");
        assertThat(consumers.code()).isEqualTo(1);
        assertThat(consumers.out())
                .contains("mails            9    0       3  ")
                .contains("has handled everything; has parked events: daybook dead-letters list");

        Run list = letters("list");
        assertThat(list.code()).isEqualTo(1);
        assertThat(Json.tree(Payload.json(list.out())).orElseThrow()).hasSize(3);
        assertThat(letters("list", "--format", "text").out()).contains("no address \\u001b[31m");

        assertThat(letters("discard", "--position", "2").out()).isEqualTo("Discarded 1 events\n");
        Run again = letters("discard", "--position", "2");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).hasLineCount(1).contains("nothing of that is parked");
        assertThat(letters("discard", "--aggregate", "order_1").out()).isEqualTo("Discarded 2 events\n");
        Run none = letters("list");
        assertThat(none.code()).isZero();
        assertThat(none.out()).isEqualTo("[]\n");
        assertThat(log.run("consumers").code()).isZero();
    }

    @Test
    void what_was_parked_can_be_asked_for_again() throws InterruptedException {
        park();
        assertThat(letters("retry", "--position", "5").out()).isEqualTo("Asked for 1 events to be tried again\n");
        assertThat(letters("retry", "--all").out()).isEqualTo("Asked for 3 events to be tried again\n");
        assertThat(letters("retry", "--position", "9").err()).hasLineCount(1).contains("nothing of that is parked");
        Queue<Long> handled = new ConcurrentLinkedQueue<>();
        follow(event -> handled.add(event.position()));
        assertThat(handled).containsExactly(2L, 5L, 8L);
        assertThat(letters("list").code()).isZero();
    }

    @Test
    void a_consumer_that_is_not_there_is_not_made() throws InterruptedException {
        park();
        Run typo = Run.run("dead-letters", "discard", log.url(), "nails", "--all");
        assertThat(typo.code()).isEqualTo(1);
        assertThat(typo.err()).hasLineCount(1).contains("there is no consumer 'nails'");
        assertThat(Run.run("dead-letters", "discard", log.url(), "mails").code())
                .isEqualTo(2);
        assertThat(Run.run("dead-letters").err()).hasLineCount(1).contains("There are list, retry, discard");
        assertThat(log.run("consumers").out()).doesNotContain("nails");
    }

    private Run letters(String command, String... arguments) {
        String[] all = new String[arguments.length + 4];
        all[0] = "dead-letters";
        all[1] = command;
        all[2] = log.url();
        all[3] = "mails";
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return Run.run(all);
    }

    /** Three events of one aggregate. */
    private void park() throws InterruptedException {
        Work mails = event -> {
            if (event.aggregateId().equals("order_1")) {
                throw new IllegalStateException("no address \u001b[31m");
            }
        };
        follow(mails);
    }

    private void follow(Work work) throws InterruptedException {
        ConsumerSettings settings = ConsumerSettings.standard()
                .withAttempts(1, Duration.ofMillis(1), Duration.ofMillis(1))
                .whenFailing(ConsumerSettings.WhenFailing.PARK_AGGREGATE);
        try (Storage storage = Storage.open(log.url());
                Daybook daybook = Daybook.builder(storage, JacksonCodec.of()).build();
                EventConsumer consumer =
                        daybook.consumer("mails", Query.all(), work, settings).start()) {
            assertThat(consumer.awaitPosition(9, Duration.ofSeconds(30))).isTrue();
            consumer.perform(() -> {});
        }
    }
}
