package dev.daybook.benchmarks.axon5;

import dev.daybook.benchmarks.peer.EngineKind;
import dev.daybook.benchmarks.peer.Peer;
import dev.daybook.benchmarks.peer.PeerDatabase;
import dev.daybook.benchmarks.peer.PeerProvider;
import org.axonframework.eventsourcing.eventstore.jpa.AggregateBasedJpaEventStorageEngine;
import org.hibernate.Version;

/** Finds Axon Framework 5. It counts its events with a sequence of the database, which SQLite has none of. */
public final class Axon5Provider implements PeerProvider {

    @Override
    public String name() {
        return "Axon 5";
    }

    @Override
    public String describe() {
        return "Axon 5: Axon Framework " + PeerProvider.versionOf(AggregateBasedJpaEventStorageEngine.class)
                + ", its JPA engine on Hibernate " + Version.getVersionString()
                + ", JSON by Jackson 2, pages of 1,000; "
                + "not on SQLite, which has no sequences for it. It has no conditions over tags in a database.";
    }

    @Override
    public boolean runsOn(EngineKind engine) {
        return engine != EngineKind.SQLITE;
    }

    @Override
    public Peer open(PeerDatabase database) {
        return new Axon5(database);
    }
}
