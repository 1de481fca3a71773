package dev.daybook.benchmarks;

import dev.daybook.benchmarks.peer.EngineKind;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs the benchmarks: {@code Main FOLDER [--results FILE] [NAME...]}. The folder's file system is what is measured; the names
 * are {@code appends}, {@code scale}, {@code reads}, {@code consumers}, {@code overhead} and {@code details} for SQLite, all of them if none is
 * given, and {@code h2}, {@code postgresql} and {@code mariadb} for the other engines.
 */
public final class Main {

    private static final long LARGE = 5_000_000;

    private Main() {}

    /**
     * Runs what is asked for. Exits with 1 if a bound is not reached, with 2 if it was called wrongly.
     *
     * @param arguments as the class says
     * @throws Exception if a measurement fails
     */
    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        if (words.isEmpty()) {
            System.err.println("expected the folder to measure in: Main FOLDER [--results FILE] [NAME...]");
            System.exit(2);
        }
        int results = words.indexOf("--results");
        Set<String> names = new TreeSet<>(words.subList(results < 0 ? 1 : results + 2, words.size()));
        Path folder = Machine.temporary(Path.of(words.getFirst()));
        Report report = new Report();
        try {
            run(folder, report, names);
        } finally {
            Machine.delete(folder);
        }
        if (results >= 0) {
            report.write(Path.of(words.get(results + 1)), Machine.describe());
        }
        System.exit(report.allMet() ? 0 : 1);
    }

    private static void run(Path folder, Report report, Set<String> names) throws Exception {
        SqliteEngine sqlite = new SqliteEngine(folder);
        Appends appends = new Appends(sqlite, report);
        Sizes sizes = new Sizes(sqlite, report);
        if (wanted(names, "overhead")) {
            new Overhead(report).run();
        }
        if (wanted(names, "appends")) {
            appends.run();
        }
        if (wanted(names, "reads")) {
            new Reads(sqlite, report).run();
        }
        if (wanted(names, "consumers")) {
            new Consuming(sqlite, report).run();
            new Rebuilding(sqlite, report).run();
        }
        if (wanted(names, "scale")) {
            appends.atScale(LARGE);
        }
        if (wanted(names, "details")) {
            sizes.plain();
            sizes.details();
        }
        for (EngineKind other : EnumSet.complementOf(EnumSet.of(EngineKind.SQLITE))) {
            if (names.contains(other.word())) {
                try (Engine engine = Engine.open(other, folder)) {
                    report.begin(engine.name());
                    new Appends(engine, report).run();
                    new Reads(engine, report).run();
                    new Consuming(engine, report).run();
                    new Rebuilding(engine, report).run();
                }
            }
        }
    }

    private static boolean wanted(Set<String> names, String name) {
        return names.isEmpty() || names.contains(name);
    }
}
