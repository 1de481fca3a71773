package dev.daybook.core.overview;

/**
 * An event as what something has brought about.
 *
 * @param cause the id of the event or command that has caused it directly, empty where none is named
 * @param correlation what all events of the same piece of work share, empty where none is named
 * @param position where it stands
 * @param type its type
 * @param aggregateId whose event it is
 */
public record Effect(String cause, String correlation, long position, String type, String aggregateId) {}
