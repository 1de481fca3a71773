package dev.daybook.cli.command;

import dev.daybook.cli.terminal.Terminal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an answer is given. */
enum TextFormat {
    /** For people. */
    TEXT,
    /** For programs: one JSON value. */
    JSON;

    /** What is usual: for people in a terminal, for programs elsewhere. */
    static boolean isJson(@Nullable TextFormat chosen, Terminal terminal) {
        return chosen == null ? !terminal.isInteractive() : chosen == JSON;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
