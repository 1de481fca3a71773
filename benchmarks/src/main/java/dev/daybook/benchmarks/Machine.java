package dev.daybook.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** What the figures were measured on. */
final class Machine {

    private Machine() {}

    static String describe() {
        return """
                # Results

                Written by `./daybook benchmark`. Each ratio is the median of rounds in which Daybook and the raw code take
                turns on the same file system with the same payload of %d bytes; the quartiles stand behind it. Rates
                change from machine to machine, the ratios are what to look at.

                %s, %d cores, %s %s, Java %s. SQLite with synchronous=FULL on both sides.
                """.formatted(
                        Samples.payload().length,
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version().feature());
    }
}
