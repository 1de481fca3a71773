package dev.daybook.examples.terminal;

import java.io.PrintWriter;

/** Where a command writes: a terminal with colours and a moving bar, or a pipe with neither. */
public final class Terminal {

    private final PrintWriter out;
    private final Look look;

    /** Onto a writer, as it looks there. */
    public Terminal(PrintWriter out, Look look) {
        this.out = out;
        this.look = look;
    }

    /** Writes a line. */
    public void line(String text) {
        out.println(text);
        out.flush();
    }

    /** Writes an empty line. */
    public void line() {
        line("");
    }

    /** Begins a chapter. */
    public void heading(String text) {
        line();
        line(styled(Style.BOLD, text));
        line(styled(Style.DIM, look.rule().repeat(text.length())));
    }

    /** The text in a style, where there are styles. */
    public String styled(Style style, String text) {
        return look.colours() ? style.on(text) : text;
    }

    /** A bar for a share of the greatest value, at most so many characters long; something above zero shows at least one. */
    public String bar(long value, long greatest, int width) {
        if (greatest <= 0 || value <= 0) {
            return "";
        }
        return look.bar().repeat((int) Math.max(1, Math.round((double) value * width / greatest)));
    }

    /** The sign of something that went well. */
    public String good() {
        return styled(Style.GREEN, look.tick());
    }

    /** The sign between what was and what is. */
    public String arrow() {
        return look.arrow();
    }

    /** The sign of something that was refused. */
    public String bad() {
        return styled(Style.RED, look.cross());
    }

    /** A text cut to what fits in a line behind an indentation. */
    public String fitted(String text, int taken) {
        int room = Math.max(20, look.width() - taken);
        return !look.moving() || text.length() <= room ? text : text.substring(0, room - 1) + look.ellipsis();
    }

    /** A progress bar that begins at nothing. */
    public Progress progress(String what, long total) {
        return new Progress(out, look, what, total);
    }
}
