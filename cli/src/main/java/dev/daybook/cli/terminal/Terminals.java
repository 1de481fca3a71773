package dev.daybook.cli.terminal;

import java.io.Console;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Which of the process's input and outputs are terminals. Java itself can only tell of all of them together. */
final class Terminals {

    private static final Pattern DEVICE = Pattern.compile("/dev/(pts/\\d+|tty\\w*|console)");

    private Terminals() {}

    /** The script that starts the process can say it; Linux tells; otherwise the console knows whether there is one at all. */
    static boolean isTerminal(int descriptor) {
        String said = System.getProperty("daybook.terminal." + descriptor, "");
        if (!said.isEmpty()) {
            return Boolean.parseBoolean(said);
        }
        Path link = Path.of("/proc/self/fd/" + descriptor);
        try {
            return Files.isSymbolicLink(link)
                    ? DEVICE.matcher(Files.readSymbolicLink(link).toString()).matches()
                    : isConsole();
        } catch (IOException | SecurityException unknown) {
            return isConsole();
        }
    }

    /** From Java 22 on the console is there for a pipe, too, and has to be asked. */
    @SuppressWarnings("SystemConsoleNull") // before Java 22 it is null in a pipe
    private static boolean isConsole() {
        Console console = System.console();
        if (console == null) {
            return false;
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
