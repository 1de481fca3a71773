package dev.daybook.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/**
 * Where a command writes: a terminal with colours and a moving bar, or a pipe with neither. Whatever is written to a terminal is made
 * harmless first, see {@link Printable}. Safe for concurrent use.
 *
 * <p>Writing throws an {@link UncheckedIOException} if the output fails, of a {@link ClosedPipeException} if its reader is gone.
 */
public final class Terminal {

    private final Output output;
    private final Sink sink;
    private final Terminal errors;

    /**
     * Onto an output; errors and progress go there, too.
     *
     * @param output where to
     */
    public Terminal(Output output) {
        this.output = output;
        this.sink = new Sink(output.stream());
        this.errors = this;
    }

    /**
     * Onto an output, with another one for errors and progress.
     *
     * @param output where to
     * @param errors where errors and progress go
     */
    public Terminal(Output output, Output errors) {
        this.output = output;
        this.sink = new Sink(output.stream());
        this.errors = new Terminal(errors);
    }

    /**
     * Where errors and progress go.
     *
     * @return the other side, or this
     */
    public Terminal errors() {
        return errors;
    }

    /**
     * What it can show.
     *
     * @return its look
     */
    public Look look() {
        return output.look();
    }

    /**
     * Whether somebody looks at it, rather than a program reading it.
     *
     * @return true for a terminal
     */
    public boolean isInteractive() {
        return output.look().moving();
    }

    /**
     * Whether somebody is there who can end what goes on until it is ended: what he reads and what he types on are both terminals.
     *
     * @return false for a script, whatever its output goes to
     */
    public boolean isAttended() {
        return isInteractive() && Terminals.isTerminal(0);
    }

    /**
     * Writes a line, which is seen at once.
     *
     * @param text the line; text of others goes through {@link Printable#text} first
     */
    public void line(String text) {
        row(text);
        flush();
    }

    /** Writes an empty line. */
    public void line() {
        line("");
    }

    /**
     * Writes a line of many, which is seen soon.
     *
     * @param text the line; text of others goes through {@link Printable#text} first
     */
    public void row(String text) {
        raw(Printable.composed(text) + System.lineSeparator());
    }

    /** Has everything written be seen. */
    public void flush() {
        try {
            sink.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the output cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * A stream of text in UTF-8: to a pipe or file it goes byte for byte, to a terminal so that it is harmless there. Closing it
     * leaves the output open.
     *
     * @return a stream onto the output
     */
    public OutputStream stream() {
        return isInteractive() ? new GuardedLines(sink, output.charset()) : sink;
    }

    /**
     * A writer of text that is this program's own, such as its help.
     *
     * @return a writer that is flushed with every line
     */
    public PrintWriter writer() {
        return new PrintWriter(sink, true, output.charset());
    }

    /**
     * Begins a chapter.
     *
     * @param text its title
     */
    public void heading(String text) {
        line();
        line(styled(Style.BOLD, text));
        line(styled(Style.DIM, look().rule().repeat(text.length())));
    }

    /**
     * The text in a style, where there are styles.
     *
     * @param style the style
     * @param text the text
     * @return the text with the codes of the style, or as it is
     */
    public String styled(Style style, String text) {
        return look().colours() ? style.on(text) : text;
    }

    /**
     * A bar for a share of the greatest value; something above zero shows at least one character.
     *
     * @param value the value
     * @param greatest the greatest value
     * @param width how many characters it has for the greatest value
     * @return the bar, empty for nothing
     */
    public String bar(long value, long greatest, int width) {
        if (greatest <= 0 || value <= 0) {
            return "";
        }
        return look().bar().repeat((int) Math.max(1, Math.round((double) value * width / greatest)));
    }

    /**
     * The sign of something that went well.
     *
     * @return a tick
     */
    public String good() {
        return styled(Style.GREEN, look().tick());
    }

    /**
     * The sign between what was and what is.
     *
     * @return an arrow
     */
    public String arrow() {
        return look().arrow();
    }

    /**
     * The sign of something that was refused.
     *
     * @return a cross
     */
    public String bad() {
        return styled(Style.RED, look().cross());
    }

    /**
     * A text cut to what fits in a line behind an indentation; whole where nobody looks at it.
     *
     * @param text the text, without styles
     * @param taken how many columns of the line are taken
     * @return the text or its beginning
     */
    public String fitted(String text, int taken) {
        int room = Math.max(20, look().width() - taken);
        return isInteractive() ? Printable.cut(text, room, look().ellipsis()) : text;
    }

    /**
     * A progress bar that begins at nothing; it is shown where errors are, if that is a terminal.
     *
     * @param what is being done
     * @param total how much there is to be done
     * @return the bar, to be closed
     */
    public Progress progress(String what, long total) {
        return new Progress(errors, what, total);
    }

    void raw(String text) {
        try {
            sink.write(text.getBytes(output.charset()));
        } catch (IOException e) {
            throw new UncheckedIOException("the output cannot be written: " + e.getMessage(), e);
        }
    }
}
