package dev.daybook.benchmarks;

import dev.daybook.benchmarks.peer.Peer;
import dev.daybook.benchmarks.peer.PeerProvider;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads of Daybook, the peers and raw code in turn: the replay of an aggregate, and catching up with the whole log. */
final class ReadContest {

    private static final int BATCH = 500;
    private static final int OTHERS = 1_000;

    private final Engine engine;
    private final List<PeerProvider> providers;
    private final PeerOptions options;
    private final SideReport report;

    ReadContest(Engine engine, List<PeerProvider> providers, PeerOptions options, SideReport report) {
        this.engine = engine;
        this.providers = providers;
        this.options = options;
        this.report = report;
    }

    void run() throws Exception {
        try (Contenders contenders = Contenders.open(engine, providers, "reads", true);
                Connection raw = engine.connect("reads")) {
            Map<String, Peer> able = able(contenders.peers());
            replay(able, raw);
            catchUp(able, raw);
            views(able);
        }
    }

    /** Those that can do all of it; one that cannot does not keep the others from being measured. */
    private Map<String, Peer> able(Map<String, Peer> peers) throws Exception {
        Map<String, Peer> able = new LinkedHashMap<>();
        for (Map.Entry<String, Peer> entry : peers.entrySet()) {
            try {
                fill(entry.getValue());
                Reads.expect(total(), Reads.count(entry.getValue()));
                able.put(entry.getKey(), entry.getValue());
            } catch (Exception e) {
                if (entry.getKey().equals(Contenders.DAYBOOK)) {
                    throw e;
                }
                report.note("**%s is not in the reads**: %s".formatted(entry.getKey(), e));
            }
        }
        return able;
    }

    /** The large aggregate first, and then what is missing of the log, in many small ones. */
    private void fill(Peer peer) throws Exception {
        for (int i = 0; i < options.aggregate(); i += BATCH) {
            int count = Math.min(BATCH, options.aggregate() - i);
            peer.append(Reads.LARGE, i + 1, Writers.trades(i, count));
        }
        Map<String, Long> sequences = new LinkedHashMap<>();
        for (int i = options.aggregate(); i < total(); i += BATCH) {
            int count = Math.min(BATCH, total() - i);
            String aggregate = "book_" + i / BATCH % OTHERS;
            long first = sequences.merge(aggregate, (long) count, Long::sum) - count + 1;
            peer.append(aggregate, first, Writers.trades(i, count));
        }
    }

    private int total() {
        return Math.max(options.events(), options.aggregate());
    }

    private void replay(Map<String, Peer> peers, Connection raw) throws Exception {
        Map<String, Race.Lap> laps = new LinkedHashMap<>();
        Book book = new Book(1);
        int events = options.aggregate();
        peers.forEach((name, peer) -> laps.put(
                name,
                () -> Race.rate(
                        events,
                        () -> Reads.expect(
                                events,
                                peer.replay(Reads.LARGE, book.initial(), book::apply)
                                        .trades()))));
        laps.put(Targets.RAW, () -> Race.rate(events, () -> Reads.expect(events, Reads.rawReplay(raw, Reads.LARGE))));
        report.besideAll(
                "replay of an aggregate of %,d events".formatted(events),
                Contest.run(options.rounds(), laps),
                beside -> Targets.replay());
    }

    private void catchUp(Map<String, Peer> peers, Connection raw) throws Exception {
        Map<String, Race.Lap> laps = new LinkedHashMap<>();
        int events = total();
        peers.forEach((name, peer) ->
                laps.put(name, () -> Race.rate(events, () -> Reads.expect(events, Reads.count(peer)))));
        laps.put(Targets.RAW, () -> Race.rate(events, () -> Reads.expect(events, Reads.rawReadAll(raw))));
        report.besideAll(
                "catch-up over %,d events".formatted(events), Contest.run(options.rounds(), laps), Targets::catchUp);
    }

    private void views(Map<String, Peer> peers) throws Exception {
        Map<String, Race.Lap> laps = new LinkedHashMap<>();
        int events = total();
        AtomicInteger views = new AtomicInteger();
        peers.forEach((name, peer) -> {
            if (peer.keepsViews()) {
                laps.put(name, () -> Race.rate(events, () -> peer.follow("view-" + views.incrementAndGet(), events)));
            }
        });
        if (laps.size() == 1) {
            return;
        }
        report.besideAll(
                "a view of 1,000 rows built from %,d events".formatted(events),
                Contest.run(options.rounds(), laps),
                beside -> Targets.views());
    }
}
