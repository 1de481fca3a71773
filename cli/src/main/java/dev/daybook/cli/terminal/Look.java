package dev.daybook.cli.terminal;

import java.nio.charset.Charset;
import java.util.Map;

/**
 * What the place that is written to can show.
 *
 * @param colours whether it understands ANSI codes and the user wants them
 * @param moving whether it is a terminal in which a line can be written over
 * @param unicode whether it shows more than ASCII
 * @param width characters in a line
 */
public record Look(boolean colours, boolean moving, boolean unicode, int width) {

    private static final int USUAL_WIDTH = 80;
    private static final int LEAST_WIDTH = 40;

    /**
     * A pipe or file: text only.
     *
     * @return the plain look
     */
    public static Look plain() {
        return new Look(false, false, false, USUAL_WIDTH);
    }

    /**
     * The look of a terminal or of something else. {@code NO_COLOR}, {@code TERM=dumb} and {@code COLUMNS} are respected.
     *
     * @param terminal whether it is one
     * @param environment the environment variables
     * @param charset how text becomes bytes there
     * @return what it can show
     */
    public static Look of(boolean terminal, Map<String, String> environment, Charset charset) {
        if (!terminal) {
            return plain();
        }
        boolean dumb = "dumb".equals(environment.get("TERM"));
        boolean colours = !dumb && environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean unicode = charset.newEncoder().canEncode('█');
        return new Look(colours, !dumb, unicode, width(environment.getOrDefault("COLUMNS", "")));
    }

    String rule() {
        return unicode ? "─" : "-";
    }

    String bar() {
        return unicode ? "█" : "#";
    }

    String tick() {
        return unicode ? "✓" : "ok";
    }

    String cross() {
        return unicode ? "✗" : "no";
    }

    String arrow() {
        return unicode ? "→" : "->";
    }

    String ellipsis() {
        return unicode ? "…" : "~";
    }

    private static int width(String columns) {
        try {
            return Math.max(LEAST_WIDTH, Integer.parseInt(columns));
        } catch (NumberFormatException notSaid) {
            return USUAL_WIDTH;
        }
    }
}
