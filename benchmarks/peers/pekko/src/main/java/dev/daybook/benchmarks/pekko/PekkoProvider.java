package dev.daybook.benchmarks.pekko;

import dev.daybook.benchmarks.peer.EngineKind;
import dev.daybook.benchmarks.peer.Peer;
import dev.daybook.benchmarks.peer.PeerDatabase;
import dev.daybook.benchmarks.peer.PeerProvider;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.persistence.jdbc.db.EagerSlickDatabase;

/** Finds Pekko Persistence JDBC, which knows no SQLite. */
public final class PekkoProvider implements PeerProvider {

    @Override
    public String name() {
        return "Pekko";
    }

    @Override
    public String describe() {
        return "Pekko: Pekko " + PeerProvider.versionOf(ActorSystem.class) + " with Pekko Persistence JDBC "
                + PeerProvider.versionOf(EagerSlickDatabase.class) + ", a typed event-sourced behaviour for each "
                + "aggregate, JSON by its own Jackson serializer; its events bear a tag where the whole log is read, "
                + "since it reads by tag; it knows no SQLite.";
    }

    @Override
    public boolean runsOn(EngineKind engine) {
        return engine != EngineKind.SQLITE;
    }

    @Override
    public Peer open(PeerDatabase database) throws Exception {
        return new PekkoPeer(database);
    }
}
