package dev.daybook.core.projection;

/**
 * Which version of a view is served, as it is kept in a row.
 *
 * @param version the version whose rows are read
 * @param before the version that was served before
 */
record Served(int version, int before) {}
