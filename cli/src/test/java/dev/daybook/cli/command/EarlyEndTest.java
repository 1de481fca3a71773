package dev.daybook.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cli.Main;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Storage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes whose reader is gone after one line, as {@code | head -1} is. */
@Timeout(120)
class EarlyEndTest {

    /** Many times what a pipe and its two ends hold, so that a process that goes on is one whose reader is gone. */
    private static final int EVENTS = 10_000;

    private static final int FOR_ONE_APPEND = 2_000;

    private static final List<List<String>> COMMANDS = List.of(
            List.of("events", "--format", "ndjson"),
            List.of("events", "--format", "table"),
            List.of("export"),
            List.of("export", "--format", "json"),
            List.of("export", "--format", "csv"),
            List.of("export", "--format", "cloudevents"),
            List.of("replay", "order_1"));

    @TempDir
    private Path folder;

    private Log log;

    @BeforeEach
    void fill() {
        log = Log.in(folder);
        try (Storage storage = Storage.open(log.url())) {
            for (int i = 0; i < EVENTS; i += FOR_ONE_APPEND) {
                storage.log().append(Append.of(events()));
            }
        }
    }

    @Test
    void a_command_whose_reader_is_gone_ends_quietly_and_at_once() throws Exception {
        for (List<String> command : COMMANDS) {
            Process process = start(command);
            String error;
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                assertThat(out.readLine()).as(command.toString()).isNotEmpty();
            }
            try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
                error = err.lines().reduce("", String::concat);
            }
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as(command.toString())
                    .isTrue();
            assertThat(error).as(command.toString()).isEmpty();
            assertThat(process.exitValue()).as(command.toString()).isEqualTo(CommandLines.CLOSED_PIPE);
        }
    }

    private Process start(List<String> command) throws IOException {
        String[] arguments = command.stream().skip(1).toArray(String[]::new);
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        line.addAll(List.of(log.with(command.getFirst(), arguments)));
        ProcessBuilder process = new ProcessBuilder(line);
        // What a virtual machine says of these is no output of the command's.
        process.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        return process.start();
    }

    private static List<NewEvent> events() {
        String filling = "x".repeat(200);
        return IntStream.range(0, FOR_ONE_APPEND)
                .mapToObj(n -> Log.event("order_1", "order_changed", "{\"n\":" + n + ",\"text\":\"" + filling + "\"}"))
                .toList();
    }
}
