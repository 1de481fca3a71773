package dev.daybook.cli.command;

import java.util.Locale;

/** How the steps of a replay are listed. */
enum StepFormat {
    /** Columns for people. */
    TABLE,
    /** One JSON object a line. */
    NDJSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
