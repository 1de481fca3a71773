package dev.daybook.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.sample.Events;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes that open one new file at once make one log of it. */
class TwoProcessesIT {

    private static final int PROCESSES = 4;
    private static final int EVENTS = 50;

    @Test
    void processes_that_open_a_new_file_at_once_write_one_log(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("log.db");
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(start(file));
        }
        for (Process process : processes) {
            process.getOutputStream().write('\n');
            process.getOutputStream().close();
        }
        for (Process process : processes) {
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("ready\n");
            assertThat(process.waitFor()).isZero();
        }
        try (Storage storage = SqliteStorage.open(file)) {
            List<StoredEvent> all = Events.all(storage.log());
            assertThat(all)
                    .extracting(StoredEvent::position)
                    .isEqualTo(LongStream.rangeClosed(1, PROCESSES * EVENTS)
                            .boxed()
                            .toList());
            assertThat(all).extracting(StoredEvent::sequence).isEqualTo(positions(all));
        }
    }

    /** Opens the file on a sign, and adds its events to the one aggregate behind those of the others. */
    public static void main(String[] arguments) throws IOException {
        System.out.println("ready");
        System.in.read();
        try (Storage storage = SqliteStorage.open(Path.of(arguments[0]))) {
            long expected = 0;
            for (int stored = 0; stored < EVENTS; ) {
                switch (storage.log()
                        .append(Events.append("order_1").onlyIf(Condition.expectedSequence("order_1", expected)))) {
                    case AppendResult.Stored done -> {
                        stored++;
                        expected = done.events().getLast().sequence();
                    }
                    case AppendResult.Conflict conflict -> expected = conflict.found();
                    case AppendResult.AlreadyStored again -> throw new AssertionError(again);
                }
            }
        }
    }

    private static List<Long> positions(List<StoredEvent> all) {
        return all.stream().map(StoredEvent::position).toList();
    }

    private static Process start(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TwoProcessesIT.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
