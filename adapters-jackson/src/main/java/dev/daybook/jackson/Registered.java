package dev.daybook.jackson;

import dev.daybook.ports.event.EventType;

/** An event class with the type it is stored under and how it is written. */
record Registered(Class<?> eventClass, EventType type, Shape shape) {}
