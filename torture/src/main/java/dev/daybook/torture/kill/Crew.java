package dev.daybook.torture.kill;

import dev.daybook.ports.log.Append;
import dev.daybook.torture.engine.Site;
import dev.daybook.torture.writer.Ledger;
import dev.daybook.torture.writer.WriterProcess;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** As many writers as the engine takes, and some that are started ahead, because starting takes longer than writing. */
final class Crew implements AutoCloseable {

    private static final int AHEAD = 2;
    private static final Duration PATIENT = Duration.ofSeconds(10);
    private static final Duration IMPATIENT = Duration.ofMillis(50);
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    private final Site site;
    private final Ledger ledger;
    private final Random random;
    private final Deque<WriterProcess> ahead = new ArrayDeque<>();
    private final Deque<WriterProcess> running = new ArrayDeque<>();
    private final List<Append> unresolved = new ArrayList<>();
    private int started;

    Crew(Site site, Ledger ledger, long seed) {
        this.site = site;
        this.ledger = ledger;
        this.random = new Random(seed);
    }

    /** Lets others take the place of those that were killed; some of them append first what was left without an answer. */
    void fill() throws InterruptedException {
        while (ahead.size() < AHEAD) {
            startAhead();
        }
        while (running.size() < site.engine().processes()) {
            WriterProcess next = ahead.remove();
            next.begin(random.nextBoolean() ? List.copyOf(unresolved) : List.of());
            unresolved.clear();
            running.add(next);
            startAhead();
        }
        for (WriterProcess writer : running) {
            writer.awaitOpen();
            awaitAnswers(writer, 1);
        }
    }

    private void startAhead() {
        started++;
        Duration patience = started % 2 == 0 ? PATIENT : IMPATIENT;
        ahead.add(WriterProcess.start(site, "w" + started, random.nextLong(), patience, ledger));
    }

    void killOldest() {
        WriterProcess oldest = running.remove();
        oldest.kill();
        unresolved.addAll(ledger.unresolved(oldest.name()));
    }

    void killAll() {
        while (!running.isEmpty()) {
            killOldest();
        }
    }

    /** Waits until each has been answered again: nobody has helped it. */
    void awaitProgress() throws InterruptedException {
        Map<String, Long> before = new HashMap<>();
        running.forEach(writer -> before.put(writer.name(), ledger.answers(writer.name())));
        for (WriterProcess writer : running) {
            awaitAnswers(writer, 1 + before.getOrDefault(writer.name(), 0L));
        }
    }

    private void awaitAnswers(WriterProcess writer, long count) throws InterruptedException {
        if (!ledger.awaitAnswers(writer.name(), count, RECOVERY)) {
            throw new AssertionError("the writer " + writer.name() + " was not answered again within "
                    + RECOVERY.toSeconds() + " s; the last refusal that was told: " + ledger.lastRefusal());
        }
    }

    @Override
    public void close() {
        killAll();
        for (WriterProcess writer : ahead) {
            writer.kill();
        }
    }
}
