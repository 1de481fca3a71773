package dev.daybook.console.page;

/**
 * What could not be done.
 *
 * @param signIn whether to offer signing in
 */
public record ProblemModel(String base, String title, String detail, boolean signIn) {}
