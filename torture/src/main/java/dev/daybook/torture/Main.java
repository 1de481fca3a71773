package dev.daybook.torture;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Runs the command: exits with 0 if all was as promised, with 1 if anything was not, with 2 if it was not understood. */
public final class Main {

    private Main() {}

    /** Runs it. */
    public static void main(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        System.exit(new CommandLine(new TortureCommand(out))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }
}
