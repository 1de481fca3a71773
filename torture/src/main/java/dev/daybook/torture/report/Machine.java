package dev.daybook.torture.report;

/** What was run on. */
final class Machine {

    private Machine() {}

    static String describe() {
        return "%d cores, %s %s %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch"),
                        Runtime.version());
    }
}
