package dev.daybook.fakedb;

/** What an adapter's entry type would be. */
public record FakeAdapter(String url) {}
