package dev.daybook.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cli.command.CommandLines;
import dev.daybook.cli.terminal.Look;
import dev.daybook.cli.terminal.Output;
import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Storage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoTest {

    private static final String EVENTS = "3000";

    @TempDir
    private Path folder;

    @Test
    void a_new_file_gets_the_whole_week_and_the_story_is_told_plainly() throws IOException {
        Commands demo = demo(Look.plain());
        assertThat(demo.err()).isEmpty();
        assertThat(demo.code()).isZero();
        assertThat(demo.out())
                .doesNotContain("\u001b", "\r")
                .contains("a new log; 26 actors store 3,000 events")
                .contains("One order: order_")
                .contains("1  ", "or better, settled in wallet_", " left")
                .contains("-> FILLED")
                .contains("the order is filled; nothing is left of it")
                .contains("it may not become negative")
                .contains("3,000 events of 10 types")
                .contains("load from the snapshot")
                .containsPattern("it is \\d+ times faster")
                .containsPattern("demo-events.csv +3,000")
                .containsPattern("demo-events.json +3,000")
                .contains("with --serve it goes on here");
        assertThat(Files.readAllLines(folder.resolve("demo-events.csv"))).hasSize(3_001);
        assertThat(log()).hasSize(3_000);
        assertThat(log()).allSatisfy(event -> {
            assertThat(event.metadata().actor()).isPresent();
            assertThat(event.metadata().correlationId()).isPresent();
        });
    }

    @Test
    void the_second_run_adds_nothing_and_tells_the_story_again() {
        demo(Look.plain());
        Commands again = demo(Look.plain());
        assertThat(again.code()).isZero();
        assertThat(again.out())
                .contains("holds the whole week already, 3,000 events; nothing is added")
                .contains("One order: order_");
        assertThat(log()).hasSize(3_000);
    }

    @Test
    void a_broken_run_is_gone_on_with_to_the_same_week() throws IOException {
        demo(Look.plain());
        List<StoredEvent> whole = log();
        int broken = betweenTwoSteps(whole, 1_000);
        Files.delete(database());
        try (Storage storage = Storage.open("sqlite:" + database())) {
            storage.log()
                    .append(Append.of(
                            whole.stream().limit(broken).map(StoredEvent::event).toList()));
        }
        Commands rest = demo(Look.plain());
        assertThat(rest.out())
                .contains("holds %,d events of the week already; the missing %,d are added"
                        .formatted(broken, 3_000 - broken));
        assertThat(log())
                .extracting(StoredEvent::event)
                .containsExactlyInAnyOrderElementsOf(
                        whole.stream().map(StoredEvent::event).toList());
    }

    /** What belongs together is appended together, so that no run ever ends between it. */
    private static int betweenTwoSteps(List<StoredEvent> events, int from) {
        int at = from;
        while (events.get(at).timestamp().equals(events.get(at - 1).timestamp())) {
            at++;
        }
        return at;
    }

    @Test
    void a_demo_that_meets_another_on_the_same_file_says_so_and_leaves_the_week_whole() {
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int from, int length) {
                super.write(bytes, from, length);
                if (new String(bytes, from, length, StandardCharsets.UTF_8).contains("a new log;")) {
                    assertThat(demo(Look.plain()).code()).isZero();
                }
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = ExampleCommands.addedTo(CommandLines.of(Output.of(out, Look.plain()), Output.of(err, Look.plain())))
                .run("demo", database().toString(), "--events", EVENTS);
        assertThat(code).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .hasLineCount(1)
                .startsWith("daybook: another demo is writing to ")
                .contains("let it end and run this one again");
        assertThat(log()).hasSize(3_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "500", "999", "1000001"})
    void a_week_of_too_few_or_too_many_events_is_refused(String events) {
        Commands demo = Commands.run("demo", database().toString(), "--events", events);
        assertThat(demo.code()).isEqualTo(2);
        assertThat(demo.err())
                .contains("--events " + events + ": a week at the desk has 1,000 to 1,000,000 events")
                .hasLineCount(1);
        assertThat(database()).doesNotExist();
    }

    @Test
    void the_shortest_week_has_a_story_and_a_longer_one_is_not_cut() {
        assertThat(Commands.run("demo", database().toString(), "--events", "1001")
                        .code())
                .isZero();
        Commands shorter = Commands.run("demo", database().toString(), "--events", "1000");
        assertThat(shorter.code()).isEqualTo(1);
        assertThat(shorter.err()).contains("a week of more events already, 1,001 instead of 1,000");
        assertThat(Commands.run("demo", folder.resolve("short.db").toString(), "--events", "1000")
                        .code())
                .isZero();
    }

    @Test
    void a_terminal_gets_colours_and_a_bar() {
        Commands demo = demo(new Look(true, true, true, 100));
        assertThat(demo.out()).contains("\u001b[1m", "█", "✓", "─");
        assertThat(demo.err()).contains("\r", "█");
    }

    @Test
    void a_port_that_is_taken_is_told_before_anything_is_done() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Commands demo = Commands.run(
                    "demo", database().toString(), "--serve", "--port", Integer.toString(taken.getLocalPort()));
            assertThat(demo.code()).isEqualTo(1);
            assertThat(demo.err())
                    .startsWith("daybook: port " + taken.getLocalPort() + " cannot be listened on (")
                    .contains("give another with --port, or --port 0 for any that is free")
                    .hasLineCount(1);
        }
        Commands none = Commands.run("demo", database().toString(), "--port", "70000");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("--port 70000 is not within 0 and 65535");
        assertThat(database()).doesNotExist();
    }

    @Test
    void messages_whose_day_is_not_known_are_refused_before_anything_is_done() throws IOException {
        Path messages = Files.writeString(folder.resolve("messages.csv"), "34200.1,1,1,100,1000000,1,null\n");
        Commands demo = Commands.run("demo", database().toString(), "--exchange", messages.toString());
        assertThat(demo.code()).isEqualTo(1);
        assertThat(demo.err())
                .contains("its name holds no day such as 2021-04-12")
                .hasLineCount(1);
        assertThat(database()).doesNotExist();
    }

    @Test
    void a_file_that_is_not_daybooks_is_refused_in_one_line() throws IOException {
        Files.writeString(database(), "this is a letter, not a database, and long enough to be looked at ".repeat(20));
        Commands demo = demo(Look.plain());
        assertThat(demo.code()).isEqualTo(1);
        assertThat(demo.err()).startsWith("daybook: ").contains("demo.db").hasLineCount(1);
        assertThat(Files.readString(database())).startsWith("this is a letter");
    }

    @Test
    void the_log_of_something_else_is_left_alone() {
        try (Storage storage = Storage.open("sqlite:" + database())) {
            storage.log()
                    .append(Append.of(NewEvent.of(
                            new EventIds().next(),
                            "invoice_1",
                            EventType.of("invoice_sent"),
                            Payload.json("{}"),
                            Instant.parse("2026-01-01T00:00:00Z"))));
        }
        Commands demo = demo(Look.plain());
        assertThat(demo.code()).isEqualTo(1);
        assertThat(demo.err())
                .contains("is a log of something else: invoice_sent of invoice_1")
                .hasLineCount(1);
        assertThat(log()).hasSize(1);
    }

    @Test
    void what_is_not_understood_is_answered_in_one_line() {
        assertThat(Commands.run().code()).isEqualTo(2);
        assertThat(Commands.run("dance").code()).isEqualTo(2);
        assertThat(Commands.run("dance").err()).hasLineCount(1).contains("daybook --help");
        Commands help = Commands.run("--help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("demo", "replay-exchange", "import");
    }

    @Test
    void a_stack_trace_is_shown_only_if_asked_for() {
        String nowhere = folder.resolve("nowhere").resolve("x.db").toString();
        assertThat(Commands.run("demo", nowhere).err()).hasLineCount(1).startsWith("daybook: ");
        assertThat(Commands.run("demo", nowhere, "--verbose").err()).contains("\tat dev.daybook.");
    }

    private Commands demo(Look look) {
        return Commands.run(look, "demo", database().toString(), "--events", EVENTS, "--no-serve");
    }

    private Path database() {
        return folder.resolve("demo.db");
    }

    private List<StoredEvent> log() {
        try (Storage storage = Storage.open("sqlite:" + database());
                Stream<StoredEvent> events = storage.log().read(Query.all(), Range.all()).stream()) {
            return events.toList();
        }
    }
}
