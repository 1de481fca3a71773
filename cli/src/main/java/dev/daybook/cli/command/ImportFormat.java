package dev.daybook.cli.command;

import dev.daybook.cli.terminal.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What can be imported. */
enum ImportFormat {
    /** An SQLite file of the original schema. */
    ORIGINAL,
    /** One JSON object a line. */
    NDJSON,
    /** CloudEvents 1.0, one a line. */
    CLOUDEVENTS;

    private static final int LOOKED_AT = 1 << 16;
    private static final String SQLITE = "SQLite format 3\0";

    /** By how it begins, which can be read again afterwards. */
    static ImportFormat of(BufferedInputStream in, String name) throws IOException {
        in.mark(LOOKED_AT);
        String beginning = new String(in.readNBytes(LOOKED_AT - 1), StandardCharsets.ISO_8859_1);
        in.reset();
        if (beginning.startsWith(SQLITE)) {
            return ORIGINAL;
        }
        String line =
                beginning.lines().filter(text -> !text.isBlank()).findFirst().orElse("");
        if (!line.contains("{")) {
            throw new Problem(name
                    + " is neither an SQLite file nor lines of JSON; expected what daybook export writes as ndjson or"
                    + " cloudevents, or an audit trail of the original schema");
        }
        return line.contains("\"specversion\"") ? CLOUDEVENTS : NDJSON;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
