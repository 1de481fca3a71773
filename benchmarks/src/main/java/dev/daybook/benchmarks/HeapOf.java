package dev.daybook.benchmarks;

import dev.daybook.ports.storage.Storage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Reads a whole log, decoded, in a process of its own with a heap of 64 MB. */
public final class HeapOf {

    private static final int MEGABYTES = 64;
    private static final long STEP = 1_000_000;

    private final Engine engine;
    private final String log;

    HeapOf(Engine engine, String log) {
        this.engine = engine;
        this.log = log;
    }

    /** What the reader said. It is an error if the log cannot be read in so little. */
    String describe() throws IOException, InterruptedException {
        Process reader = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + MEGABYTES + "m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeapOf.class.getName(),
                        engine.url(log)))
                .redirectErrorStream(true)
                .start();
        String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (reader.waitFor() != 0) {
            throw new IllegalStateException(
                    "the log " + log + " on " + engine.name() + " could not be read in " + MEGABYTES + " MB:\n" + said);
        }
        return said;
    }

    /**
     * Reads a log and says how much of the heap was in use after each million events at most.
     *
     * @param arguments the log's URL
     */
    public static void main(String[] arguments) {
        List<String> used = new ArrayList<>();
        AtomicLong count = new AtomicLong();
        try (DaybookPeer log = new DaybookPeer(Storage.open(arguments[0]))) {
            log.readAll(event -> {
                if (count.incrementAndGet() % STEP == 0) {
                    used.add(String.valueOf(kilobytesInUse() >> 10));
                }
            });
        }
        System.out.printf(
                "%,d events read and decoded in a heap of %d MB; MB in use after a collection, at each million: %s%n",
                count.get(), MEGABYTES, String.join(", ", used));
    }

    /** After a collection, in this very process. */
    static long kilobytesInUse() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                >> 10;
    }
}
