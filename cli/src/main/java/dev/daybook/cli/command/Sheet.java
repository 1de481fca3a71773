package dev.daybook.cli.command;

import dev.daybook.cli.terminal.Printable;
import dev.daybook.cli.terminal.Style;
import dev.daybook.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Names and what belongs to them, one below the other; what is empty is left out. */
final class Sheet {

    private final List<Map.Entry<String, String>> lines = new ArrayList<>();

    Sheet line(String name, String value) {
        if (!value.isEmpty()) {
            lines.add(Map.entry(name, value));
        }
        return this;
    }

    Sheet lines(String name, Map<String, String> values) {
        values.forEach((key, value) -> line(name, key + " = " + value));
        return this;
    }

    void print(Terminal terminal) {
        int width =
                lines.stream().mapToInt(line -> line.getKey().length()).max().orElse(0);
        for (Map.Entry<String, String> line : lines) {
            String name = line.getKey() + " ".repeat(width - line.getKey().length());
            terminal.row("  " + terminal.styled(Style.DIM, name) + "  " + Printable.text(line.getValue()));
        }
    }
}
