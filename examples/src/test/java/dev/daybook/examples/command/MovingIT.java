package dev.daybook.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.examples.Main;
import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.server.DatabaseServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A log goes through every engine there is, and through a process that is killed on the way. */
@Timeout(300)
class MovingIT {

    private static final int ORDERS = 300;
    private static final int MANY = 60_000;
    private static final Pattern DIGEST = Pattern.compile("\\b[0-9a-f]{64}\\b");

    @TempDir
    private Path folder;

    @Test
    void messages_of_an_exchange_have_one_digest_after_a_way_over_all_four_engines() throws IOException {
        recordMessages();
        List<String> digests = new ArrayList<>();
        try (DatabaseServer postgresql = DatabaseServer.postgresql();
                DatabaseServer mariadb = DatabaseServer.mariadb()) {
            List<String> way = List.of(
                    url("sqlite", "exchange.db"),
                    postgresql.url(),
                    mariadb.url(),
                    url("h2", "h2"),
                    url("sqlite", "back.db"));
            for (int n = 1; n < way.size(); n++) {
                digests.add(digest(done("copy", way.get(n - 1), way.get(n))));
            }
            for (String log : way) {
                digests.add(digest(done("digest", log)));
            }
        }
        assertThat(digests).hasSize(9).containsOnly(digests.getFirst());
    }

    @Test
    void a_copy_that_was_killed_goes_on_where_it_was() throws Exception {
        append(url("sqlite", "source.db"), MANY);
        Process copy = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        // Who is killed leaves the driver's library behind, which goes with this folder.
                        "-Dorg.sqlite.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        "copy",
                        url("sqlite", "source.db"),
                        url("sqlite", "target.db"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        long there = 0;
        try (Storage target = Storage.open(url("sqlite", "target.db"))) {
            while (there == 0 && copy.isAlive()) {
                there = target.log().head();
            }
            copy.toHandle().destroyForcibly();
            copy.onExit().join();
            assertThat(copy.exitValue()).as("killed; it said %s", said()).isEqualTo(128 + 9);
            there = target.log().head();
        }
        assertThat(there).as("events that were there at the kill").isPositive().isLessThan(MANY);
        assertThat(done("copy", url("sqlite", "source.db"), url("sqlite", "target.db"))
                        .out())
                .contains("%,d events were there from an earlier run".formatted(there))
                .contains("%,d events copied".formatted(MANY - there))
                .contains("one digest on both sides, up to position %,d".formatted(MANY));
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said.txt"));
    }

    /** Orders that are placed, half executed, half withdrawn. */
    private void recordMessages() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int order = 1; order <= ORDERS; order++) {
            lines.add("34200.%09d,1,%d,100,1000000,1,null".formatted(3 * order, order));
            lines.add("34200.%09d,4,%d,50,1000000,1,null".formatted(3 * order + 1, order));
            lines.add("34200.%09d,3,%d,50,1000000,1,null".formatted(3 * order + 2, order));
        }
        Path file = Files.write(folder.resolve("nasdaq-amzn-2021-04-12-messages.csv"), lines);
        done(
                "replay-exchange",
                file.toString(),
                "--db",
                folder.resolve("exchange.db").toString());
    }

    private static void append(String url, int count) {
        EventIds ids = new EventIds();
        try (Storage storage = Storage.open(url)) {
            for (int n = 0; n < count; n += 1_000) {
                List<NewEvent> events = new ArrayList<>();
                for (int i = 0; i < 1_000; i++) {
                    events.add(NewEvent.of(
                            ids.next(),
                            "order_" + i % 100,
                            EventType.of("order_placed"),
                            Payload.json("{\"quantity\":" + i + "}"),
                            Instant.parse("2026-03-01T12:00:00.123456Z")));
                }
                storage.log().append(Append.of(events));
            }
        }
    }

    private static Commands done(String... arguments) {
        Commands result = Commands.run(arguments);
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).as(result.out()).isZero();
        return result;
    }

    private static String digest(Commands result) {
        Matcher found = DIGEST.matcher(result.out());
        assertThat(found.find()).as("a digest in %s", result.out()).isTrue();
        return found.group();
    }

    private String url(String scheme, String name) {
        return scheme + ":" + folder.resolve(name);
    }
}
