package dev.daybook.benchmarks.axon4;

import dev.daybook.benchmarks.peer.EngineKind;
import dev.daybook.benchmarks.peer.Peer;
import dev.daybook.benchmarks.peer.PeerDatabase;
import dev.daybook.benchmarks.peer.PeerProvider;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

/** Finds Axon Framework 4. */
public final class Axon4Provider implements PeerProvider {

    @Override
    public String name() {
        return "Axon 4";
    }

    @Override
    public String describe() {
        return "Axon 4: Axon Framework " + PeerProvider.versionOf(JdbcEventStorageEngine.class)
                + ", its JDBC engine, JSON by Jackson 2, a unit of work for each append, "
                + "pages of 1,000; on SQLite and H2 with tables by hand, since it brings none for them.";
    }

    @Override
    public boolean runsOn(EngineKind engine) {
        return true;
    }

    @Override
    public Peer open(PeerDatabase database) {
        return new Axon4(database);
    }
}
