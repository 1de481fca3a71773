package dev.daybook.console.web;

/** Tells people of a problem. */
@FunctionalInterface
public interface ProblemPage {

    /**
     * A page.
     *
     * @param base what links begin with
     * @return HTML text
     */
    String html(String base, int status, String title, String detail);
}
