package dev.daybook.core.projection;

/**
 * What is kept of a version of a view beside its rows.
 *
 * @param fingerprint identifies the code that has built it, empty if its rows were dropped
 */
record BuiltBy(String fingerprint) {

    static final BuiltBy NOBODY = new BuiltBy("");
}
