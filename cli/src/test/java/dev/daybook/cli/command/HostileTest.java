package dev.daybook.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cli.json.Json;
import dev.daybook.cli.terminal.Look;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.Tag;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events whose every text tries to make a terminal do something, or to be read as something else. */
class HostileTest {

    /** Clears the screen, sets the title, hides text, goes back, rings; C1 controls; turns the direction of text; cannot be seen. */
    private static final String HOSTILE =
            "a\u001b[2J\u001b]0;title\u0007\u001b[8m\b\r\n\u0001\u007f\u009b31m\u0085\u202e\u2066\u200b\ufeff\u2028z";

    private static final Look TERMINAL = new Look(true, true, true, 120);

    /** What is left of it where it is shown. */
    private static final String SHOWN =
            "a\\u001b[2J\\u001b]0;title\\u0007\\u001b[8m\\u0008\\r\\n\\u0001\\u007f\\u009b31m\\u0085"
                    + "\\u202e\\u2066\\u200b\\ufeff\\u2028z";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "events",
                "events --format json",
                "events --format ndjson",
                "show 2",
                "show 2 --format json",
                "stats",
                "stats --format json",
                "export --format csv",
                "export --format cloudevents",
                "doctor"
            })
    void a_terminal_obeys_nothing_that_is_in_an_event(String command) {
        Log log = hostile();
        String[] words = command.split(" ", -1);
        String[] arguments = Arrays.copyOfRange(words, 1, words.length);
        harmless(Run.run(TERMINAL, log.with(words[0], arguments)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "replay", "snapshot"})
    void a_terminal_obeys_nothing_that_is_in_an_aggregate(String command) {
        Log log = hostile();
        harmless(Run.run(TERMINAL, log.with(command, HOSTILE)));
        harmless(Run.run(TERMINAL, log.with("state", HOSTILE, "--diff", "1")));
        Run missing = Run.run(TERMINAL, log.with(command, HOSTILE + "?"));
        assertThat(missing.code()).isEqualTo(1);
        harmless(missing);
    }

    @Test
    void a_table_shows_what_it_is() {
        Run events = Run.run(new Look(false, true, true, 1_000), hostile().with("events"));
        assertThat(events.out().lines().toList().getLast()).contains(SHOWN);
        Run pipe = hostile().run("events", "--format", "table");
        assertThat(pipe.out()).contains(SHOWN);
        harmless(pipe);
    }

    @Test
    void a_pipe_gets_json_that_says_the_same_as_before() {
        String line = hostile().run("events", "--limit", "1").out();
        var event = Json.tree(Payload.json(line)).orElseThrow();
        assertThat(event.get("aggregate_id").asString()).isEqualTo(HOSTILE);
        assertThat(event.at("/payload/note").asString()).isEqualTo(HOSTILE);
        String shown = Run.run(TERMINAL, hostile().with("events", "--format", "ndjson", "--limit", "1"))
                .out();
        assertThat(Json.tree(Payload.json(shown)).orElseThrow().get("aggregate_id"))
                .isEqualTo(event.get("aggregate_id"));
    }

    @Test
    void what_was_typed_is_not_obeyed_either() {
        Run wrong = Run.run(TERMINAL, "events", "sqlite:" + folder + "/\u001b[2J", "--from", "\u001b]0;x\u0007");
        assertThat(wrong.code()).isEqualTo(2);
        harmless(wrong);
        harmless(Run.run(TERMINAL, "events", "sqlite:" + folder + "/\u001b[2J"));
        harmless(Run.run(TERMINAL, "\u001b[2J"));
    }

    /** Nothing is left but text, ends of lines and the codes of this program's own styles. */
    private static void harmless(Run run) {
        // The bar of progress begins its line anew.
        String said = (run.out() + run.err().replaceAll("\r(?=reading | |$)", ""))
                .replaceAll("\u001b\\[(0|1|2|31|32|33|36)m", "")
                .replace("\n", "");
        assertThat(said).isNotEmpty();
        assertThat(said.codePoints()
                        .filter(c ->
                                Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || c == 0x2028))
                .as(said)
                .isEmpty();
    }

    private Log hostile() {
        Log log = Log.in(folder);
        String json = Json.compact(Json.object().put("note", HOSTILE).put(HOSTILE, HOSTILE))
                .replace("\\u007F", "\u007f");
        Metadata metadata = Metadata.by(HOSTILE).withCorrelationId(HOSTILE).with(HOSTILE, HOSTILE);
        log.append(
                Log.event(HOSTILE, HOSTILE, json, Log.NOON, metadata, Tag.of("k", HOSTILE)),
                Log.event(HOSTILE, HOSTILE, json, Log.NOON, metadata, Tag.of("k", HOSTILE)));
        return log;
    }
}
