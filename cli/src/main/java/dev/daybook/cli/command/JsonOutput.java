package dev.daybook.cli.command;

import dev.daybook.cli.json.Json;
import dev.daybook.cli.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Writes JSON: in many lines to a terminal, in one line elsewhere. */
final class JsonOutput {

    private final Terminal terminal;

    JsonOutput(Terminal terminal) {
        this.terminal = terminal;
    }

    /** One answer. */
    void print(JsonNode tree) {
        write(terminal.isInteractive() ? Json.pretty(tree) : Json.compact(tree));
    }

    /** One of many. */
    void line(JsonNode tree) {
        write(Json.compact(tree));
    }

    private void write(String text) {
        try {
            OutputStream out = terminal.stream();
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the output cannot be written: " + e.getMessage(), e);
        }
    }
}
