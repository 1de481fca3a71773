package dev.daybook.console.page;

/**
 * Something that leads to its events.
 *
 * @param text what is read
 * @param url the events that have it
 */
public record Link(String text, String url) {}
