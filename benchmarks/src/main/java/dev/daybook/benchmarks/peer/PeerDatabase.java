package dev.daybook.benchmarks.peer;

import javax.sql.DataSource;

/**
 * Where a peer keeps its events.
 *
 * @param kind which engine it is
 * @param source a pool of connections; a commit through them is as durable as Daybook's
 * @param connections how many there are
 * @param readAsWhole whether the whole log will be read; a store that must prepare for that does so if it is true alone
 */
public record PeerDatabase(EngineKind kind, DataSource source, int connections, boolean readAsWhole) {}
