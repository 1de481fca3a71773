package dev.daybook.torture.report;

import java.io.PrintWriter;

/** One line that tells how far a run has come; in a pipe, a line now and then. */
public final class Progress {

    private static final int LINES_IN_A_PIPE = 20;

    private final PrintWriter out;
    private final boolean moving;
    private int width;

    /**
     * Writes there.
     *
     * @param moving whether a line can be written over, as in a terminal
     */
    public Progress(PrintWriter out, boolean moving) {
        this.out = out;
        this.moving = moving;
    }

    /** So much of so many is done. */
    public void show(int done, int total, String text) {
        if (moving) {
            out.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
            width = text.length();
            if (done == total) {
                out.println();
            }
        } else if (done == total || done % Math.max(1, total / LINES_IN_A_PIPE) == 0) {
            out.println(text);
        }
        out.flush();
    }

    /** A line of its own. */
    public void line(String text) {
        out.println(text);
        out.flush();
    }
}
