package dev.daybook.torture.writer;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a writer tells whoever has started it, a line each: what it is about to append before it does, and what it was answered
 * before it goes on. What is in the pipe outlives the writer.
 */
final class Journal {

    static final String OPEN = "open";
    static final String BEGUN = "begun";
    static final String STORED = "stored";
    static final String ALREADY = "already";
    static final String CONFLICT = "conflict";
    static final String UNKNOWN = "unknown";
    static final String REFUSED = "refused";
    static final String HEAD = "head";
    static final String READ = "read";
    static final String BROKEN = "broken";

    private final PrintStream out;

    Journal(PrintStream out) {
        this.out = out;
    }

    void open() {
        line(OPEN);
    }

    void begun(String name, Append append) {
        line(BEGUN, name, Text.of(append), System.nanoTime());
    }

    void answered(String name, Append append, AppendResult result) {
        long end = System.nanoTime();
        switch (result) {
            case AppendResult.Stored(List<StoredEvent> events) -> line(STORED, name, end, Text.of(events));
            case AppendResult.AlreadyStored(List<StoredEvent> events) -> line(ALREADY, name, end, Text.of(events));
            case AppendResult.Conflict conflict ->
                line(CONFLICT, name, end, append.conditions().indexOf(conflict.expected()), conflict.found());
        }
    }

    /** Whether it was stored is not known. */
    void unknown(String name, String message) {
        line(UNKNOWN, name, message);
    }

    /** It was not stored. */
    void refused(String name, String message) {
        line(REFUSED, name, message);
    }

    void head(String name, long start, long position) {
        line(HEAD, name, start, System.nanoTime(), position);
    }

    /** The newest events of an aggregate. */
    void read(String name, long start, String aggregateId, int limit, List<StoredEvent> found) {
        line(READ, name, start, System.nanoTime(), aggregateId, limit, Text.of(found));
    }

    /** Something that may never be. */
    void broken(String name, Throwable what) {
        line(BROKEN, name, String.valueOf(what));
    }

    /** In one piece, so that a kill leaves a whole line or one without an end. */
    private synchronized void line(Object... words) {
        StringBuilder line = new StringBuilder();
        for (Object word : words) {
            line.append(String.valueOf(word).replaceAll("[ \\n\\r]+", "\u00a0")).append(' ');
        }
        out.writeBytes(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
