package dev.daybook.console.page;

/** What could not be done. */
public record ProblemModel(String title, String detail) {}
