package dev.daybook.jackson.export;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.export.ExportWriter;
import java.io.OutputStream;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the writers of every text format. Each writes event by event, in constant memory, in UTF-8, and leaves the stream it
 * writes to open: closing the writer ends the text and flushes, closing the stream stays with whoever opened it.
 *
 * <p>What NDJSON and CloudEvents hold, {@link Imports} reads back to equal events, payloads byte for byte: JSON objects and arrays
 * are embedded as they are, everything else is Base64. Immutable.
 */
public final class Exports {

    private static final int USUAL_LINE = 1_024;
    private static final Exports PLAIN = new Exports(Redaction.none(), null, URI.create("urn:daybook"));

    private final Redaction redaction;
    private final @Nullable Function<StoredEvent, String> words;
    private final URI source;

    private Exports(Redaction redaction, @Nullable Function<StoredEvent, String> words, URI source) {
        this.redaction = redaction;
        this.words = words;
        this.source = source;
    }

    /**
     * Exports of everything as it is.
     *
     * @return without redaction and descriptions
     */
    public static Exports plain() {
        return PLAIN;
    }

    /**
     * The same with some of the content masked, in every format.
     *
     * @param what which fields
     * @return a changed copy
     */
    public Exports redacted(Redaction what) {
        return new Exports(what, words, source);
    }

    /**
     * The same with a description of each event in words. It is given the event as it is exported: what is masked there cannot
     * show in the words, and where the words fail on a masked event, they are masked as a whole.
     *
     * @param description says what happened
     * @return a changed copy
     */
    public Exports described(Function<StoredEvent, String> description) {
        return new Exports(redaction, description, source);
    }

    /**
     * The same with another {@code source} in CloudEvents.
     *
     * @param log identifies the log the events are from; {@code urn:daybook} unless given
     * @return a changed copy
     */
    public Exports source(URI log) {
        return new Exports(redaction, words, log);
    }

    /**
     * One JSON array of events.
     *
     * @param out where to
     * @return a writer
     */
    public ExportWriter json(OutputStream out) {
        return new LineWriter(out, view(), new NativeLine(), "[\n", ",\n", "\n]\n", "[]\n");
    }

    /**
     * One JSON object a line.
     *
     * @param out where to
     * @return a writer
     */
    public ExportWriter ndjson(OutputStream out) {
        return new LineWriter(out, view(), new NativeLine(), "", "\n", "\n", "");
    }

    /**
     * CSV after RFC 4180, with a header.
     *
     * <p>Safe to open in a spreadsheet: text that begins with {@code = + - @}, their full-width forms, a tab, a carriage return or
     * a line feed gets an apostrophe in front, after OWASP's advice on CSV injection, unless it is a number; all text is quoted.
     *
     * @param out where to
     * @return a writer
     */
    public ExportWriter csv(OutputStream out) {
        return new LineWriter(out, view(), new CsvLine(), CsvLine.HEADER, "", "", CsvLine.HEADER);
    }

    /**
     * CloudEvents 1.0 in their JSON format, one a line. {@code subject} is the aggregate; what CloudEvents have no attribute for is
     * in extensions, of which {@code metadata}, {@code tags} and {@code redacted} are JSON in a string, and positions and
     * sequences strings, as an integer of CloudEvents has 32 bits.
     *
     * @param out where to
     * @return a writer
     */
    public ExportWriter cloudEvents(OutputStream out) {
        return new LineWriter(out, view(), new CloudEventLine(source), "", "\n", "\n", "");
    }

    /**
     * One event as the JSON object that {@link #json} and {@link #ndjson} write.
     *
     * @param redacted the event, as it may be seen
     * @param description what happened, in words
     * @return JSON text in UTF-8
     */
    public static byte[] bytes(Redacted redacted, String description) {
        TextBuffer line = new TextBuffer(USUAL_LINE);
        new NativeLine().write(new Shown(redacted.event(), redacted.paths(), description), line);
        return line.toBytes();
    }

    private View view() {
        return new View(redaction, words);
    }
}
