package dev.daybook.jooq;

/** An aggregate's number in the dictionary, and how far it has come. */
record AggregateHead(long key, long sequence) {}
