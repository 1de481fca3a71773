package dev.daybook.examples.terminal;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.util.Map;

/**
 * What the place that is written to can show.
 *
 * @param colours whether it understands ANSI codes and the user wants them
 * @param moving whether a line can be written over
 * @param unicode whether it shows more than ASCII
 * @param width characters in a line
 */
public record Look(boolean colours, boolean moving, boolean unicode, int width) {

    private static final int USUAL_WIDTH = 80;

    /** A pipe or file: text only. */
    public static Look plain() {
        return new Look(false, false, false, USUAL_WIDTH);
    }

    /** Looks at where standard output goes. {@code NO_COLOR} and {@code TERM=dumb} are respected. */
    public static Look ofStandardOutput(Map<String, String> environment, Charset charset) {
        boolean terminal = isTerminal();
        boolean dumb = "dumb".equals(environment.get("TERM"));
        boolean colours =
                terminal && !dumb && environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean unicode = terminal && charset.newEncoder().canEncode('█');
        return new Look(colours, terminal && !dumb, unicode, width(environment.getOrDefault("COLUMNS", "")));
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
            return Math.max(40, Integer.parseInt(columns));
        } catch (NumberFormatException notSaid) {
            return USUAL_WIDTH;
        }
    }

    /** A script can say it; otherwise the console knows, which from Java 22 on is there for a pipe, too, and has to be asked. */
    @SuppressWarnings("SystemConsoleNull") // before Java 22 it is null in a pipe, and later ones are asked
    private static boolean isTerminal() {
        String said = System.getProperty("daybook.terminal", "");
        Console console = System.console();
        if (!said.isEmpty() || console == null) {
            return Boolean.parseBoolean(said);
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException unexpected) {
            return false;
        }
    }
}
