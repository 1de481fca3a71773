package dev.daybook.torture.kill;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.history.HistoryChecker;
import dev.daybook.torture.engine.Site;
import dev.daybook.torture.verify.Audit;
import dev.daybook.torture.writer.Ledger;
import dev.daybook.torture.writer.WriterProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writers append without a pause, and they and their server are killed at random moments. After each kill, what was acknowledged
 * must be in the log; at the end, everything is checked from the beginning.
 */
public final class KillRun {

    /** Is told after each kill. */
    @FunctionalInterface
    public interface Watcher {
        /** How far it has come. */
        void killed(int kills, long events, Ledger.Counts counts);
    }

    private final Site site;
    private final long seed;
    private final List<Kill> plan;
    private final Duration atMost;
    private final Watcher watcher;
    private final Ledger ledger = new Ledger();
    private final Audit audit = new Audit(ledger::isAttempted);
    private final List<StoredEvent> acknowledged = new ArrayList<>();
    private final List<Kill> done = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    /**
     * Makes a plan.
     *
     * @param site an empty log
     * @param seed the plan follows from it
     * @param kills how many
     * @param atMost no kill begins later than this after the first
     * @param watcher is told how far it has come
     */
    public KillRun(Site site, long seed, int kills, Duration atMost, Watcher watcher) {
        this.site = site;
        this.seed = seed;
        this.plan = Plan.of(seed, kills, site.engine());
        this.atMost = atMost;
        this.watcher = watcher;
    }

    /**
     * Kills, until all is done, the time is over or something is wrong.
     *
     * @return what came of it
     * @throws InterruptedException if the thread is interrupted
     */
    public KillResult run() throws InterruptedException {
        WriterProcess.rehearse(site);
        long end = System.nanoTime() + atMost.toNanos();
        try (Crew crew = new Crew(site, ledger, seed)) {
            for (Kill kill : plan) {
                crew.fill();
                Thread.sleep(kill.after());
                strike(kill, crew);
                done.add(kill);
                check();
                watcher.killed(done.size(), audit.events().size(), ledger.counts());
                if (isWrong() || System.nanoTime() > end) {
                    break;
                }
            }
        } catch (RuntimeException | AssertionError e) {
            findings.add("the run ended after kill " + done.size() + ": " + e);
        }
        findings.addAll(ledger.findings());
        try {
            check();
            findings.addAll(audit.findings());
            checkWhole();
        } catch (RuntimeException e) {
            findings.add("the log cannot be read: " + e);
        }
        return new KillResult(List.copyOf(done), audit.events().size(), ledger.counts(), List.copyOf(findings));
    }

    private boolean isWrong() {
        return !audit.lastingFindings().isEmpty() || !ledger.findings().isEmpty();
    }

    private void strike(Kill kill, Crew crew) throws InterruptedException {
        switch (kill.target()) {
            case WRITER -> crew.killOldest();
            case ALL_WRITERS -> crew.killAll();
            case SERVER_PROCESS -> {
                Victims.killOne(site, new Random(kill.seed()));
                crew.awaitProgress();
            }
            case SERVER -> {
                site.server().kill();
                site.server().start();
                crew.awaitProgress();
            }
        }
    }

    private void check() {
        List<StoredEvent> told = ledger.takeAcknowledged();
        acknowledged.addAll(told);
        try (Storage storage = site.open()) {
            audit.goOn(storage.log(), told);
        }
    }

    /** From the beginning, as what was right after one kill may be wrong after the next. */
    private void checkWhole() {
        Audit whole = new Audit(ledger::isAttempted);
        try (Storage storage = site.open()) {
            whole.goOn(storage.log(), acknowledged);
        }
        findings.addAll(whole.findings());
        findings.addAll(HistoryChecker.anomalies(ledger.operations(), whole.events()));
    }
}
