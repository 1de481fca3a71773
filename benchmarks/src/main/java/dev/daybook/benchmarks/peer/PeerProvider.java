package dev.daybook.benchmarks.peer;

import java.util.Objects;

/** How a peer is found: by {@link java.util.ServiceLoader}. */
public interface PeerProvider {

    /**
     * The version of a library.
     *
     * @param type one of its classes
     * @return what its jar says of itself
     */
    static String versionOf(Class<?> type) {
        return Objects.requireNonNullElse(type.getPackage().getImplementationVersion(), "of an unknown version");
    }

    /**
     * What the tables call it.
     *
     * @return a short name
     */
    String name();

    /**
     * What exactly is measured.
     *
     * @return its version, and how it is set up, in a sentence
     */
    String describe();

    /**
     * Whether it has a way to keep its events in an engine.
     *
     * @param engine an engine
     * @return true if it has
     */
    boolean runsOn(EngineKind engine);

    /**
     * Opens it, making its tables.
     *
     * @param database where to keep the events, with nothing in it yet
     * @return the open store
     * @throws Exception if it cannot be opened
     */
    Peer open(PeerDatabase database) throws Exception;
}
