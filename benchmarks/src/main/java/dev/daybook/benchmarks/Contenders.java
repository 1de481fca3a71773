package dev.daybook.benchmarks;

import dev.daybook.benchmarks.peer.Peer;
import dev.daybook.benchmarks.peer.PeerDatabase;
import dev.daybook.benchmarks.peer.PeerProvider;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Daybook and the peers that run on an engine, open at once, each with a place of its own. */
final class Contenders implements AutoCloseable {

    static final String DAYBOOK = "Daybook";

    private final Map<String, Peer> peers = new LinkedHashMap<>();
    private final Deque<Runnable> open = new ArrayDeque<>();

    static Contenders open(Engine engine, List<PeerProvider> providers, String log, boolean readAsWhole)
            throws Exception {
        Contenders contenders = new Contenders();
        try {
            contenders.add(DAYBOOK, new DaybookPeer(engine.open(log)));
            for (PeerProvider provider : providers) {
                if (provider.runsOn(engine.kind())) {
                    contenders.add(engine, provider, log, readAsWhole);
                }
            }
            return contenders;
        } catch (Exception e) {
            contenders.close();
            throw e;
        }
    }

    private void add(Engine engine, PeerProvider provider, String log, boolean readAsWhole) throws Exception {
        String place = log + "_" + provider.name().toLowerCase(Locale.ROOT).replace(' ', '_');
        EnginePool pool = new EnginePool(engine, place);
        open.push(pool::close);
        PeerDatabase database = new PeerDatabase(engine.kind(), pool.source(), engine.connections(), readAsWhole);
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        // This is where a library looks for its parts.
        current.setContextClassLoader(provider.getClass().getClassLoader());
        try {
            add(provider.name(), provider.open(database));
        } finally {
            current.setContextClassLoader(before);
        }
    }

    private void add(String name, Peer peer) {
        peers.put(name, peer);
        open.push(peer::close);
    }

    /** By name, Daybook first. */
    Map<String, Peer> peers() {
        return Collections.unmodifiableMap(peers);
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().run();
        }
    }
}
