package dev.daybook.cli.terminal;

import java.util.concurrent.locks.ReentrantLock;

/** How far a long piece of work has come: a bar in a terminal, nothing elsewhere. Safe for concurrent use. */
public final class Progress implements AutoCloseable {

    private static final int BAR = 30;
    private static final long SHOW_EVERY_NANOS = 50_000_000;

    private final Terminal terminal;
    private final Look look;
    private final String what;
    private final long total;
    private final long started = System.nanoTime();
    private final ReentrantLock lock = new ReentrantLock();
    private long done;
    private long shownAt;

    Progress(Terminal terminal, String what, long total) {
        this.terminal = terminal;
        this.look = terminal.look();
        this.what = what;
        this.total = total;
        this.shownAt = started;
    }

    /**
     * So much more is done.
     *
     * @param more how much
     */
    public void add(long more) {
        if (!look.moving()) {
            return;
        }
        lock.lock();
        try {
            done += more;
            show(System.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    /** Takes the bar away. */
    @Override
    public void close() {
        if (look.moving()) {
            terminal.raw("\r" + " ".repeat(look.width() - 1) + "\r");
            terminal.flush();
        }
    }

    private void show(long now) {
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
        terminal.raw("\r" + line + " ");
        terminal.flush();
    }
}
