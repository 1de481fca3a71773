package dev.daybook.ports.snapshot;

/**
 * How many snapshots a storage holds.
 *
 * @param count how many
 * @param bytes the size of their states together, in bytes
 */
public record SnapshotTotals(long count, long bytes) {}
