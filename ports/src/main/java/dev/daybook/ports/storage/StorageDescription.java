package dev.daybook.ports.storage;

/**
 * What a storage is and what it states.
 *
 * @param engine the engine with its version, such as {@code SQLite 3.50.0}
 * @param location where the log is, such as a file's path; without credentials
 * @param durability what has happened to an append when it returns, in words
 * @param limits how large things may be
 */
public record StorageDescription(String engine, String location, String durability, Limits limits) {}
