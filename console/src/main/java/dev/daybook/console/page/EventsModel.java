package dev.daybook.console.page;

import dev.daybook.console.reading.EventPage;

/** The page of events. */
public record EventsModel(Frame frame, EventPage page) {}
