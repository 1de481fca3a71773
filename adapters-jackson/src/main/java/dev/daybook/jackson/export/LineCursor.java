package dev.daybook.jackson.export;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The events of a stream's lines. */
final class LineCursor implements EventCursor {

    /** Reads one line of one format; throws BadLine, a JacksonException or an IllegalArgumentException. */
    interface Parser {
        StoredEvent parse(byte[] line);
    }

    private final Lines lines;
    private final Parser parser;
    private @Nullable StoredEvent next;
    private boolean ended;

    LineCursor(Lines lines, Parser parser) {
        this.lines = lines;
        this.parser = parser;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            byte[] line = lines.next();
            ended = line == null;
            next = line == null ? null : parsed(line);
        }
        return next != null;
    }

    @Override
    public StoredEvent next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("the import has no more lines");
        }
        StoredEvent event = next;
        next = null;
        return event;
    }

    private StoredEvent parsed(byte[] line) {
        try {
            return parser.parse(line);
        } catch (BadLine e) {
            throw failed(e.problem(), e);
        } catch (JacksonException e) {
            throw failed(
                    "not readable as JSON: " + e.getOriginalMessage()
                            + "; was the file cut off, or is it of another format?",
                    e);
        } catch (RuntimeException e) {
            throw failed("not an event: " + e.getMessage() + "; correct the line, or export again", e);
        }
    }

    /** What has failed once is not tried again: a caller that goes on would pass over a line. */
    private ImportException failed(String problem, RuntimeException e) {
        ended = true;
        return new ImportException(lines.number(), problem, e);
    }

    @Override
    public void close() {
        ended = true;
        next = null;
        lines.close();
    }
}
