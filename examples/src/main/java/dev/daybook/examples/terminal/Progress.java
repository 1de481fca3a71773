package dev.daybook.examples.terminal;

import java.io.PrintWriter;
import java.util.concurrent.locks.ReentrantLock;

/** How far a long piece of work has come: a bar in a terminal, a line at every quarter in a pipe. Safe for concurrent use. */
public final class Progress implements AutoCloseable {

    private static final int BAR = 30;
    private static final int QUARTERS = 4;
    private static final long SHOW_EVERY_NANOS = 50_000_000;

    private final PrintWriter out;
    private final Look look;
    private final String what;
    private final long total;
    private final long started = System.nanoTime();
    private final ReentrantLock lock = new ReentrantLock();
    private long done;
    private long shownAt;
    private long quarter;

    Progress(PrintWriter out, Look look, String what, long total) {
        this.out = out;
        this.look = look;
        this.what = what;
        this.total = total;
        this.shownAt = started;
    }

    /** So much more is done. */
    public void add(long more) {
        lock.lock();
        try {
            done += more;
            if (look.moving()) {
                showBar(System.nanoTime());
            } else {
                showQuarter();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes the bar away. */
    @Override
    public void close() {
        if (look.moving()) {
            out.print("\r" + " ".repeat(look.width() - 1) + "\r");
            out.flush();
        }
    }

    private void showBar(long now) {
        if (now - shownAt < SHOW_EVERY_NANOS && done < total) {
            return;
        }
        shownAt = now;
        int filled = (int) Math.min(BAR, done * BAR / Math.max(1, total));
        String bar = look.bar().repeat(filled);
        String rest = (look.unicode() ? "░" : ".").repeat(BAR - filled);
        String line = "%s %s%s %s of %s, %s events/s"
                .formatted(
                        what,
                        look.colours() ? Style.GREEN.on(bar) : bar,
                        rest,
                        Figures.count(done),
                        Figures.count(total),
                        Figures.rate(done, now - started));
        out.print("\r" + line + " ");
        out.flush();
    }

    private void showQuarter() {
        long reached = done * QUARTERS / Math.max(1, total);
        if (reached > quarter) {
            quarter = reached;
            out.println("%s: %s of %s".formatted(what, Figures.count(done), Figures.count(total)));
            out.flush();
        }
    }
}
