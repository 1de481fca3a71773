package dev.daybook.examples.demo.story;

import dev.daybook.cli.terminal.Figures;
import dev.daybook.cli.terminal.Style;
import dev.daybook.cli.terminal.Table;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.core.audit.AuditTrail;
import dev.daybook.core.repository.Repository;
import dev.daybook.examples.desk.wallet.Wallet;
import dev.daybook.examples.desk.wallet.WalletCommand;
import dev.daybook.examples.desk.wallet.WalletEvent;
import dev.daybook.examples.desk.wallet.WalletRejection;
import dev.daybook.examples.desk.wallet.WalletState;
import dev.daybook.ports.event.Timestamps;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** The state of a busy wallet, once from all of its events and once from its snapshot. */
final class ReplayChapter {

    private static final int RUNS = 15;

    private final Terminal terminal;
    private final AuditTrail trail;
    private final Repository<WalletCommand, WalletState, WalletEvent, WalletRejection> wallets;

    ReplayChapter(
            Terminal terminal,
            AuditTrail trail,
            Repository<WalletCommand, WalletState, WalletEvent, WalletRejection> wallets) {
        this.terminal = terminal;
        this.trail = trail;
        this.wallets = wallets;
    }

    void tell(String wallet) {
        wallets.snapshot(wallet);
        WalletState folded = fromEvents(wallet);
        WalletState loaded = wallets.load(wallet).state();
        if (!folded.equals(loaded)) {
            throw new IllegalStateException("replay gives " + folded + ", the snapshot " + loaded);
        }
        Duration replay = median(() -> fromEvents(wallet));
        Duration load = median(() -> wallets.load(wallet));
        long events = wallets.load(wallet).sequence();
        terminal.heading("Replay, and what a snapshot saves: " + wallet);
        new Table("", ">median of " + RUNS, "")
                .row(
                        "replay of %s events".formatted(Figures.count(events)),
                        Figures.time(replay),
                        perSecond(events, replay))
                .row("load from the snapshot", Figures.time(load), "")
                .print(terminal);
        terminal.line("  %s both give %s changes and a balance of %s USD; with the snapshot it is %s times faster"
                .formatted(
                        terminal.good(),
                        Figures.count(loaded.changes()),
                        loaded.balance("USD").toPlainString(),
                        terminal.styled(Style.BOLD, ratio(replay, load))));
    }

    private WalletState fromEvents(String wallet) {
        // A plain fold knows no snapshots: this reads and decodes every event.
        return trail.stateAt(new Wallet(), WalletEvent.class, wallet, Timestamps.LATEST);
    }

    private static String perSecond(long events, Duration took) {
        return Figures.rate(events, took.toNanos()) + " events/s";
    }

    private static String ratio(Duration slow, Duration fast) {
        return String.format(Locale.ROOT, "%.0f", (double) slow.toNanos() / Math.max(1, fast.toNanos()));
    }

    private static Duration median(Runnable work) {
        long[] nanos = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long started = System.nanoTime();
            work.run();
            nanos[i] = System.nanoTime() - started;
        }
        Arrays.sort(nanos);
        return Duration.ofNanos(nanos[RUNS / 2]);
    }
}
