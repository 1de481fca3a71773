package dev.daybook.console.page;

/**
 * The page on which a token is shown.
 *
 * @param error why it was not taken, empty if none was shown yet
 */
public record LoginModel(String base, String csrf, String error) {}
