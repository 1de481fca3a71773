package dev.daybook.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.disk.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that nobody may write to. */
class ReadOnlyTest {

    private static final List<List<String>> READING = List.of(
            List.of("events"),
            List.of("show", "1"),
            List.of("state", "order_1"),
            List.of("replay", "order_1"),
            List.of("stats"),
            List.of("snapshot"),
            List.of("snapshot", "order_1", "--list"),
            List.of("projections"),
            List.of("consumers"),
            List.of("doctor"),
            List.of("export"),
            List.of("export", "--format", "csv"),
            List.of("digest"));

    @TempDir
    private Path folder;

    @Test
    void commands_that_read_say_of_a_log_that_nobody_may_write_to_what_they_say_of_any() throws IOException {
        for (String scheme : List.of("sqlite", "h2")) {
            Path place = Files.createDirectories(folder.resolve(scheme));
            try (SmallDisk disk = SmallDisk.mounted(place, "8m")) {
                Log log = new Log(scheme + ":" + disk.place().resolve("log")).withOrders();
                List<Run> before =
                        READING.stream().map(command -> run(log, command)).toList();
                disk.readOnly();
                for (int i = 0; i < READING.size(); i++) {
                    Run run = run(log, READING.get(i));
                    assertThat(run.err()).as(READING.get(i).toString()).isEmpty();
                    assertThat(run.code()).isZero();
                    assertThat(comparable(run.out()))
                            .isEqualTo(comparable(before.get(i).out()));
                }
                Run refused = log.run("snapshot", "order_1");
                assertThat(refused.code()).isEqualTo(1);
                assertThat(refused.err()).hasLineCount(1).contains("cannot be written");
            }
        }
    }

    @Test
    void commands_that_read_change_nothing() throws IOException {
        Log log = Log.in(folder).withOrders();
        Path file = folder.resolve("log.db");
        byte[] before = Files.readAllBytes(file);
        for (List<String> command : READING) {
            if (!command.equals(List.of("stats"))) {
                assertThat(run(log, command).code()).as(command.toString()).isZero();
                assertThat(Files.readAllBytes(file)).as(command.toString()).isEqualTo(before);
            }
        }
    }

    @Test
    void a_log_that_a_service_writes_to_is_read() {
        Log log = Log.in(folder).withOrders();
        try (Storage service = Storage.open(log.url())) {
            service.log().append(Append.of(Log.event("order_9", "order_placed", "{}")));
            assertThat(log.run("export").out()).hasLineCount(10);
            assertThat(log.run("doctor").code()).isZero();
            service.log().append(Append.of(Log.event("order_9", "order_placed", "{}")));
        }
        assertThat(log.run("events").out()).hasLineCount(11);
    }

    private static Run run(Log log, List<String> command) {
        return log.run(command.getFirst(), command.subList(1, command.size()).toArray(String[]::new));
    }

    /** Without what is said of the place itself, and of how long it took. */
    private static String comparable(String out) {
        return out.replaceAll("(?m)\"durability\".*$|\"bytes\".*$|events in .* (ms|s)$|\\d+ events? in .*$", "");
    }
}
